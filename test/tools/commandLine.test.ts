import { execFile } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import { decimalNumber, readOptions, wholeNumber } from '../../tools/commandLine';

const root = path.resolve(__dirname, '../..');

async function command(file: string, ...argv: string[]) {
	return await new Promise<{ status: unknown; stdout: string; stderr: string }>((resolve) => {
		const args = ['--import', 'tsx', file, ...argv];
		execFile(process.execPath, args, { cwd: root }, (error, stdout, stderr) =>
			resolve({ status: error ? error.code : 0, stdout, stderr }),
		);
	});
}

// What loads n8n is asked in the test's own process: test/tools/chaos/commandLine.test.ts.
test.each([
	['demo', 'tools/demo/cli.ts'],
	['dev', 'tools/dev/cli.ts'],
	['mutation', 'tools/mutation/cli.ts'],
	['sandbox', 'sandbox/cli.ts'],
	['test:n8n', 'test/n8n/cli.ts'],
])('npm run %s refuses an option that it does not have in one line', async (name, file) => {
	expect(await command(file, '--nonsense')).toEqual({
		status: 2,
		stdout: '',
		stderr: `Unknown option '--nonsense' (npm run ${name} -- --help)\n`,
	});
});

const read = (...args: string[]) =>
	readOptions(
		args,
		{ runs: { type: 'string' }, factor: { type: 'string' } },
		z.object({
			runs: wholeNumber(1, 1_000).default('10'),
			factor: decimalNumber(0, Infinity).optional(),
		}),
	);

test('values are read in the form that they have', () => {
	expect(read()).toEqual({ runs: 10 });
	expect(read('--runs', '20', '--factor=0.02')).toEqual({ runs: 20, factor: 0.02 });
});

test.each([
	['--runs=abc', '--runs abc is not a whole number from 1 to 1000'],
	['--runs=0', '--runs 0 is not a whole number from 1 to 1000'],
	['--runs=', '--runs  is not a whole number from 1 to 1000'],
	['--runs=1e3', '--runs 1e3 is not a whole number from 1 to 1000'],
	['--runs=0x10', '--runs 0x10 is not a whole number from 1 to 1000'],
	['--runs=1001', '--runs 1001 is not a whole number from 1 to 1000'],
	['--factor=-1', '--factor -1 is not a number of at least 0'],
	['--rums=5', "Unknown option '--rums'"],
])('%s is refused in words', (argument, message) => {
	expect(() => read(argument)).toThrow(message);
});
