import { ArgumentError, readArguments, USAGE } from './arguments';
import { runCampaign } from './campaign';

// npm run chaos -- --runs 1000 --seed 1
void main(process.argv.slice(2)).then((exitCode) => {
	process.exitCode = exitCode;
});

/** @returns the exit code: 1 when a promise was broken, 2 when the command line cannot be used */
async function main(argv: string[]): Promise<number> {
	try {
		const { help, ...campaign } = readArguments(argv);
		if (!help) return await play(campaign);
		process.stdout.write(USAGE);
		return 0;
	} catch (error) {
		if (!(error instanceof ArgumentError)) throw error;
		process.stderr.write(`${error.message} (npm run chaos -- --help)\n`);
		return 2;
	}
}

async function play(campaign: { runs: number; seed: number; atOnce: number }): Promise<number> {
	const { breaches, counts } = await runCampaign({
		...campaign,
		slowFaults: true,
		onProgress: (done) => {
			if (done % 50 === 0) process.stdout.write(`${done} runs\n`);
		},
	});
	for (const [what, number] of Object.entries(counts).sort()) {
		process.stdout.write(`${String(number).padStart(7)}  ${what}\n`);
	}
	process.stdout.write(
		breaches.length > 0
			? `${breaches.join('\n')}\n`
			: 'Every recording was paid for once at most, and none was lost.\n',
	);
	return breaches.length > 0 ? 1 : 0;
}
