import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../../../package.json';
import ofMutation from '../../../tools/mutation/stryker/package.json';

const ROOT = path.resolve(__dirname, '../../..');
const page = readFileSync(path.join(ROOT, 'CONTRIBUTING.md'), 'utf8');
const [, packages = ''] = page.split('## Why the development packages');

test('every development package has its reason, and no other has one', () => {
	const named = packages
		.split('\n')
		.flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)])
		.map(([, name]) => name);
	const installed = { ...packageJson.devDependencies, ...ofMutation.dependencies };
	expect(named.sort()).toEqual(Object.keys(installed).sort());
});

test('every npm script that is named is one of package.json', () => {
	const named = [...page.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
	expect(named.length).toBeGreaterThan(0);
	expect(named.filter((name) => !(name in packageJson.scripts))).toEqual([]);
});

test('every file and folder that is named by its path is there', () => {
	const tops = ['shared', 'AssemblyAiTranscribe', 'LlmGatewayAskQuestions'];
	const named = [...page.matchAll(/`([\w.-]+\/[\w./-]*)`/g)].map(([, file = '']) => file);
	const files = named.map((file) =>
		tops.includes(file.split('/')[0] ?? '') ? `nodes/${file}` : file,
	);
	const known = files.filter((file) => existsSync(path.join(ROOT, file.split('/')[0] ?? '')));
	expect(known.length).toBeGreaterThan(10);
	// What npm run dev keeps is there only after it ran.
	const missing = known.filter(
		(file) => !file.includes('.cache') && !existsSync(path.join(ROOT, file)),
	);
	expect(missing).toEqual([]);
});
