import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import alone from './alone.json';
import { testFilesUnder } from './filesUnder';
import { filesOf, filesWithNodes, PARTS, type Part } from './parts';

const TEST = path.resolve(__dirname, '../..');
const parts = Object.keys(PARTS).filter((name): name is Part => name in PARTS);

test('every test file is run once', () => {
	const run = [...parts.flatMap(filesOf), ...alone.map((file) => path.join(TEST, file))];
	const all = testFilesUnder(
		...foldersOf('.').filter((folder) => !['n8n', 'together'].includes(folder)),
		// Not where the test in a real n8n keeps what it has installed.
		...foldersOf('n8n').map((folder) => path.join('n8n', folder)),
	);
	expect(run.sort()).toEqual(all.sort());
});

test.each(['zod3', 'zod4'])('what runs with %s is named after its part', (folder) => {
	const files = readdirSync(path.join(TEST, 'together', folder));
	for (const file of files) {
		const code = readFileSync(path.join(TEST, 'together', folder, file), 'utf8');
		expect(code).toContain(`('${file.replace('.test.ts', '')}'))`);
	}
	const nodes = parts.filter((name) => !['sandbox', 'tools'].includes(name));
	const names = folder === 'zod3' ? parts : nodes;
	expect(files.sort()).toEqual(names.map((name) => `${name}.test.ts`).sort());
});

test('with zod 4 the tests of the nodes run, but for those that load no zod', () => {
	expect(filesWithNodes('engine')).toContain(path.join(TEST, 'engine/everyParameter.test.ts'));
	expect(filesWithNodes('engine').some((file) => file.includes('harness'))).toBe(false);
	const nodes = filesWithNodes('nodes').map((file) => path.basename(file));
	expect(nodes).toContain('readReply.test.ts');
	expect(nodes).not.toContain('version.test.ts');
});

function foldersOf(folder: string): string[] {
	const entries = readdirSync(path.join(TEST, folder), { withFileTypes: true });
	return entries
		.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
		.map(({ name }) => name);
}
