import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expectedFiles, packOf, packProblems } from '../../../tools/release/packedFiles';
import { ROOT } from '../../../tools/release/repository';

const sources = [
	'credentials/Account.credentials.ts',
	'credentials/icon.svg',
	'nodes/Ask/Ask.node.json',
	'nodes/Ask/Ask.node.ts',
	'nodes/Ask/__schema__/v1.0.0/ask.json',
	'nodes/Ask/notes.md',
	'nodes/shared/types.d.ts',
];

const published = [
	'LICENSE',
	'README.md',
	'dist/credentials/Account.credentials.js',
	'dist/credentials/icon.svg',
	'dist/index.js',
	'dist/nodes/Ask/Ask.node.js',
	'dist/nodes/Ask/Ask.node.json',
	'dist/nodes/Ask/__schema__/v1.0.0/ask.json',
	'package.json',
];

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'release-test-'));
});

afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
});

function write(file: string): void {
	mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
	writeFileSync(path.join(folder, file), '');
}

test('the sources tell what is published', () => {
	expect(expectedFiles(sources)).toEqual(published);
});

test('npm packs these files by our package.json, and nothing that lies beside them', () => {
	const beside = ['.env', 'CHANGELOG.md', 'docs/a.md', 'nodes/Ask/Ask.node.ts', 'test/a.test.ts'];
	for (const file of [...published, ...beside]) write(file);
	cpSync(path.join(ROOT, 'package.json'), path.join(folder, 'package.json'));

	const { files, name } = packOf(folder);

	expect(files).toEqual(published);
	expect(name).toMatch(/^n8n-nodes-assemblyai-ask-.*\.tgz$/);
});

test('what is too much and what is missing is told', () => {
	const packed = [...published.filter((file) => file !== 'LICENSE'), 'dist/test/a.test.js'];
	expect(packProblems(packed, published)).toEqual([
		'dist/test/a.test.js would be published, and no source makes it',
		'LICENSE would be missing',
	]);
	expect(packProblems(published, published)).toEqual([]);
});
