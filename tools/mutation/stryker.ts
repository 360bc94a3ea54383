import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mutantsOf, strykerReport, type Mutant } from './report';
import { ROOT } from './sections';

/** A folder of its own: beside this file its packages would take the place of the project's. */
const INSTALLED = path.join(__dirname, 'stryker');
const MODULES = path.join(INSTALLED, 'node_modules/@stryker-mutator');

/** Long beside what any test here takes, so that a busy machine makes no mutant look endless. */
const TIMEOUT_MS = 15_000;

/** What has no part in the tests of `nodes/` and would be copied. */
const LEFT_OUT = ['dist', 'test/n8n/.cache'];

export type Tests = 'unit' | 'all';

/** Installs what only this command needs, the first time. */
export async function installStryker(): Promise<void> {
	if (existsSync(path.join(MODULES, 'jest-runner'))) return;
	const options = ['--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund'];
	await run('npm', ['install', '--silent', ...options], { cwd: INSTALLED });
}

/**
 * Changes the code at these places, one change after the other, and looks which tests notice.
 * @param places in Stryker's form: `file:line-line` or `file:line:column-line:column`
 * @throws when Stryker itself fails, as it does when a test fails without any change
 */
export async function mutate(
	places: string[],
	{ tests, workers }: { tests: Tests; workers: number },
): Promise<Mutant[]> {
	const folder = await mkdtemp(path.join(tmpdir(), 'mutation-'));
	const report = path.join(folder, 'report.json');
	const settings = path.join(folder, 'stryker.json');
	const content = {
		testRunner: 'jest',
		plugins: [path.join(MODULES, 'jest-runner/dist/src/index.js')],
		jest: { configFile: path.relative(ROOT, path.join(__dirname, 'jest.config.cjs')) },
		mutate: places,
		ignorePatterns: LEFT_OUT,
		coverageAnalysis: 'perTest',
		// What runs once, when a module is loaded, would need all tests for each mutant.
		ignoreStatic: true,
		concurrency: workers,
		timeoutMS: TIMEOUT_MS,
		dryRunTimeoutMinutes: 60,
		tempDirName: path.join(folder, 'copy'),
		reporters: ['json', 'progress-append-only'],
		jsonReporter: { fileName: report },
		checkers: [],
	};
	try {
		await writeFile(settings, JSON.stringify(content));
		await run(process.execPath, [path.join(MODULES, 'core/bin/stryker.js'), 'run', settings], {
			cwd: ROOT,
			env: { ...process.env, MUTATION_TESTS: tests },
		});
		return mutantsOf(strykerReport.parse(JSON.parse(await readFile(report, 'utf8'))));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function run(
	command: string,
	args: string[],
	options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<void> {
	const child = spawn(command, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] });
	const [code] = await once(child, 'exit');
	if (code !== 0) throw new Error(`${path.basename(command)} ${args[0]} ended with ${code}`);
}
