import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ArgumentError } from '../commandLine';
import type { Benchmark } from './benchmark';
import { cancel } from './cancel';
import { clips } from './clips';
import { ask } from './growth/ask';
import { growth, growthTo5000 } from './growth/growth';
import { loop } from './growth/loop';
import { quotes } from './growth/quotes';
import { verdictOf } from './figure';
import { memory } from './memory';
import { peers } from './peers/peers';
import { reportOf } from './report';
import { upload } from './upload';
import { waiting } from './waiting';

const BENCHMARKS = [waiting, upload, memory, clips, cancel, growth, ask, quotes];
/** Run by name only, since they take minutes each. */
const ON_REQUEST = [growthTo5000, loop, peers];

const USAGE = `Usage: npm run bench [-- name ...]

${[...BENCHMARKS, ...ON_REQUEST].map(({ name, title }) => `  ${name.padEnd(11)} ${title.replace(/^.*?: /, '')}`).join('\n')}

Without a name all but the last run, in six minutes or more. They need 5 GB on disk for a while.
`;

/**
 * @returns the exit code: 1 when a target is missed
 * @throws ArgumentError for a name that no benchmark has
 */
export async function main(names: string[]): Promise<number> {
	if (names.includes('--help') || names.includes('-h')) {
		process.stdout.write(USAGE);
		return 0;
	}
	const unknown = names.filter((name) =>
		[...BENCHMARKS, ...ON_REQUEST].every((benchmark) => benchmark.name !== name),
	);
	if (unknown.length > 0) throw new ArgumentError(`There is no benchmark ${unknown.join(', ')}`);
	const folder = mkdtempSync(path.join(tmpdir(), 'assemblyai-bench-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	process.once('SIGINT', () => process.exit(130));
	process.once('SIGTERM', () => process.exit(143));
	let missed = false;
	const chosen = [...BENCHMARKS, ...ON_REQUEST].filter(({ name }) => names.includes(name));
	for (const benchmark of names.length > 0 ? chosen : BENCHMARKS) {
		missed = !(await runAndReport(benchmark, folder)) || missed;
	}
	return missed ? 1 : 0;
}

async function runAndReport(benchmark: Benchmark, folder: string): Promise<boolean> {
	process.stdout.write(`\nRunning ${benchmark.name} ...\n`);
	const figures = await benchmark.run(folder);
	process.stdout.write(reportOf(benchmark, figures));
	return figures.every((figure) => verdictOf(figure) !== 'MISS');
}
