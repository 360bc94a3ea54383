import { readArguments, USAGE } from './arguments';

/** @returns the exit code: 1 when a promise was broken */
export async function main(argv: string[]): Promise<number> {
	const { help, ...campaign } = readArguments(argv);
	if (!help) return await play(campaign);
	process.stdout.write(USAGE);
	return 0;
}

async function play(campaign: { runs: number; seed: number; atOnce: number }): Promise<number> {
	// n8n takes seconds to load, and whoever asks for help or has mistyped an option should not wait for it.
	const { runCampaign } = await import('./campaign');
	const { breaches, counts } = await runCampaign({
		...campaign,
		slowFaults: true,
		kills: true,
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
