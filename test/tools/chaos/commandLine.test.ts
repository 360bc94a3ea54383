import { main as bench } from '../../../tools/bench/main';
import { readArguments } from '../../../tools/chaos/arguments';
import { main as chaos } from '../../../tools/chaos/main';
import { exitCodeOf } from '../../../tools/commandLine';
import { inOwnProcess } from '../../support/run/inOwnProcess';
import { inThisProcess } from '../../support/run/inThisProcess';

const TOOLS = { chaos, bench };

const command = async (tool: keyof typeof TOOLS, ...argv: string[]) =>
	await inThisProcess(async () => await exitCodeOf(tool, async () => await TOOLS[tool](argv)));

const COUNT = 'is not a whole number from 1 to';

test.each([
	[['--runs', 'abc'], `--runs abc ${COUNT} 1000000`],
	[['--runs', '0'], `--runs 0 ${COUNT} 1000000`],
	[['--at-once', '1001'], `--at-once 1001 ${COUNT} 1000`],
	[['--rums', '5'], "Unknown option '--rums'"],
])('chaos %j is refused in one line', async (argv, message) => {
	expect(await command('chaos', ...argv)).toEqual({
		status: 2,
		stdout: '',
		stderr: `${message} (npm run chaos -- --help)\n`,
	});
});

test('bench refuses a name that it does not know in one line', async () => {
	expect(await command('bench', 'waitin', 'upload')).toEqual({
		status: 2,
		stdout: '',
		stderr: 'There is no benchmark waitin (npm run bench -- --help)\n',
	});
});

test.each(['chaos', 'bench'] as const)('%s tells how it is called', async (tool) => {
	const { status, stdout, stderr } = await command(tool, '--help');
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	expect(stdout).toContain(`Usage: npm run ${tool}`);
});

test('bench tells it beside other arguments as well', async () => {
	expect(await command('bench', 'waiting', '--help')).toMatchObject({ status: 0, stderr: '' });
});

test.each([
	['chaos', '--rums=5'],
	['bench', 'waitin'],
] as const)('%s says the same in a process of its own', async (tool, argument) => {
	expect(inOwnProcess(tool, argument)).toEqual(await command(tool, argument));
});

test('chaos has defaults, and takes what is set', () => {
	const defaults = { help: false, runs: 1000, seed: 1, atOnce: 40 };
	expect(readArguments([])).toEqual(defaults);
	expect(readArguments(['--runs=5', '--seed', '0', '--at-once', '2', '-h'])).toEqual({
		...{ help: true, runs: 5, seed: 0, atOnce: 2 },
	});
});

test.each(['', ' ', '-1', '1.5', '1e3', '0x10', 'NaN', 'Infinity', '4294967296'])(
	'chaos takes no seed %j',
	(seed) => {
		expect(() => readArguments([`--seed=${seed}`])).toThrow(
			`--seed ${seed} is not a whole number from 0 to 4294967295`,
		);
	},
);
