import { spawnSync } from 'node:child_process';
import { readArguments } from '../../../tools/release/arguments';
import { ROOT, VERSION_LINE } from '../../../tools/release/repository';

function command(...argv: string[]) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['--import', 'tsx', 'tools/release/cli.ts', ...argv],
		{ cwd: ROOT, encoding: 'utf8', timeout: 50_000 },
	);
	return { status, stdout, stderr };
}

test('an option that is wrong is refused in one line', () => {
	expect(command('--dry-rum')).toEqual({
		status: 2,
		stdout: '',
		stderr: "Unknown option '--dry-rum' (npm run release -- --help)\n",
	});
});

test('it tells how it is called', () => {
	const { status, stdout, stderr } = command('--help');
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	expect(stdout).toContain('Usage: npm run release');
});

test.each([
	[['--prepare', 'v1.2.0'], '--prepare v1.2.0 is not a version such as 1.2.3'],
	[['--prepare', ''], '--prepare  is not a version such as 1.2.3'],
	[['--prepare'], "Option '--prepare <value>' argument missing"],
	[['--dry-run', '--notes'], '--prepare, --dry-run and --notes go one at a time'],
	[['--notes', '--skip-tests'], '--notes runs no tests that --skip-tests could leave out'],
	[['now'], "Unexpected argument 'now'"],
])('%j is refused', (argv, message) => {
	expect(() => readArguments(argv)).toThrow(message);
});

test.each([
	[[], { task: 'release', version: '', skipTests: false }],
	[['--skip-tests'], { task: 'release', version: '', skipTests: true }],
	[['--dry-run', '--skip-tests'], { task: 'dryRun', version: '', skipTests: true }],
	[['--prepare=1.2.0-rc.1'], { task: 'prepare', version: '1.2.0-rc.1', skipTests: false }],
	[['-h', '--dry-run'], { task: 'help', version: '', skipTests: false }],
])('%j is taken', (argv, expected) => {
	expect(readArguments(argv)).toEqual(expected);
});

test('the version that n8n runs stands in a line of its own', () => {
	const code = "/** … */\nexport const version = '0.1.0';\n\nexport const other = '1';\n";
	expect(code.replace(VERSION_LINE, '0.2.0')).toBe(code.replace('0.1.0', '0.2.0'));
});
