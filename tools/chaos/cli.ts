import { parseArgs } from 'node:util';
import { runCampaign } from './campaign';

// npm run chaos -- --runs 1000 --seed 1
const { values } = parseArgs({
	options: {
		runs: { type: 'string', default: '1000' },
		seed: { type: 'string', default: '1' },
		'at-once': { type: 'string', default: '40' },
	},
});

void runCampaign({
	runs: Number(values.runs),
	seed: Number(values.seed),
	atOnce: Number(values['at-once']),
	timeouts: true,
	onProgress: (done) => {
		if (done % 50 === 0) process.stdout.write(`${done} runs\n`);
	},
}).then(({ breaches, counts }) => {
	for (const [what, number] of Object.entries(counts).sort()) {
		process.stdout.write(`${String(number).padStart(7)}  ${what}\n`);
	}
	process.stdout.write(
		breaches.length > 0
			? `${breaches.join('\n')}\n`
			: 'Every recording was paid for once at most, and none was lost.\n',
	);
	process.exitCode = breaches.length > 0 ? 1 : 0;
});
