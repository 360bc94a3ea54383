import { readArguments } from '../../../tools/chaos/arguments';

const COUNT = 'is not a whole number from 1 to';

test.each([
	[['--runs', 'abc'], `--runs abc ${COUNT} 1000000`],
	[['--runs', '0'], `--runs 0 ${COUNT} 1000000`],
	[['--at-once', '1001'], `--at-once 1001 ${COUNT} 1000`],
	[['--rums', '5'], "Unknown option '--rums'"],
])('chaos %j is refused in one line', (argv, message) => {
	expect(() => readArguments(argv)).toThrow(message);
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
