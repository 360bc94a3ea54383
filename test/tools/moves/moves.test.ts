import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { exitCodeOf } from '../../../tools/commandLine';
import { compareList, hasMoved, reportOf } from '../../../tools/moves/compare';
import { LISTS, type MovingList } from '../../../tools/moves/lists';
import { main } from '../../../tools/moves/main';
import { panelChoices } from '../../../tools/moves/panel';
import { INSTALLED_SDK, SdkTypes } from '../../../tools/moves/sdkTypes';
import { inThisProcess } from '../../support/run/inThisProcess';

const root = path.resolve(__dirname, '../../..');
const sdk = new SdkTypes(INSTALLED_SDK);
const page = readFileSync(path.join(root, 'docs/what-moves.md'), 'utf8');

test.each(LISTS)('$name: nothing has moved that is not explained', (list) => {
	expect(compareList(list, sdk)).toEqual({ list: list.name, fresh: [], gone: [], settled: [] });
	// An empty list on either side would agree with everything.
	expect(list.ours().length).toBeGreaterThan(1);
	for (const type of list.sdkTypes) expect(sdk.names(type).length).toBeGreaterThan(1);
});

const list: MovingList = {
	name: 'Colours',
	ours: () => ['red', 'green', 'pink'],
	sdkTypes: ['Colour'],
	left: { mauve: 'nobody sees it' },
	added: { pink: 'seen in the shop' },
};
const paint = (...names: string[]) => compareList(list, { names: () => names });

test('what is new, gone and settled is told apart', () => {
	expect(hasMoved(paint('red', 'green', 'mauve'))).toBe(false);
	const moved = paint('red', 'blue', 'pink');
	expect(moved).toEqual({
		list: 'Colours',
		fresh: ['blue'],
		gone: ['green'],
		settled: ['mauve', 'pink'],
	});
	expect(reportOf([moved], '9.9.9')).toBe(
		`Compared with the official SDK, assemblyai 9.9.9

Colours: moved
  new in the SDK: blue
  not in the SDK: green
  explained in tools/moves/lists.ts, and no longer so: mauve, pink
`,
	);
});

test('a list of ours that is longer by its nature lacks nothing in the SDK', () => {
	const longer = { ...list, added: { '*': 'for a reason' } };
	expect(compareList(longer, { names: () => ['red', 'mauve'] })).toMatchObject({ gone: [] });
});

test('a type that the SDK has no longer is an error, not an empty list', () => {
	expect(() => sdk.names('NoSuchType')).toThrow('The SDK has no type NoSuchType any more');
});

test('choices are read from inside of collections', () => {
	expect(panelChoices('redactPiiSub').sort()).toEqual(['entity_name', 'hash']);
});

test('the page has every list with its types, and the files that it names are there', () => {
	for (const { name, sdkTypes } of LISTS) {
		const row = page.split('\n').find((line) => line.startsWith(`| ${name} |`));
		for (const type of sdkTypes) expect(row).toContain(`\`${type}\``);
	}
	const named = [...page.matchAll(/`((?:nodes|sandbox|test|tools|docs)\/[\w./-]+)`/g)];
	expect(named.length).toBeGreaterThan(20);
	const missing = named.filter(([, file = '']) => !existsSync(path.join(root, file)));
	expect(missing).toEqual([]);
});

describe('the command', () => {
	const run = async (...argv: string[]) =>
		await inThisProcess(async () => await exitCodeOf('moves', () => main(argv)));

	test('says that all is as it was', async () => {
		const { status, stdout } = await run();
		expect(stdout).toContain('Languages: as it was\n');
		expect(status).toBe(0);
	});

	test.each([
		[['--sdl', 'x'], "Unknown option '--sdl'"],
		[['--sdk', 'docs'], '--sdk docs is no folder of the package assemblyai'],
	])('refuses %j in one line', async (argv, message) => {
		const stderr = `${message} (npm run moves -- --help)\n`;
		expect(await run(...argv)).toEqual({ status: 2, stdout: '', stderr });
	});

	test('tells how it is called', async () => {
		expect(await run('--help')).toMatchObject({ status: 0, stderr: '' });
	});
});
