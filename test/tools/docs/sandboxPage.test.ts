import { execFile, execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { temporaryFolder } from '../../support/temporaryFolder';
import { blocks, ROOT } from './pages/pages';

const onPage = (language: string, text: string) => {
	const block = blocks(language).find(
		(some) => some.page === 'docs/sandbox.md' && some.text.includes(text),
	);
	if (!block) throw new Error(`docs/sandbox.md has no block with ${text}`);
	return block.text;
};

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ apiKey: 'my-key' });
});
afterAll(async () => await sandbox.close());

test('the command that arms a fault arms it', async () => {
	const command = onPage('', 'curl ').replace('http://127.0.0.1:4100', sandbox.url);
	const { stdout } = await promisify(execFile)('sh', ['-c', `${command.trim()} --silent --fail`]);
	expect(JSON.parse(stdout)).toBeTruthy();
	const get = async () => {
		const headers = { authorization: 'my-key' };
		return (await fetch(`${sandbox.url}/v2/transcript/some-id`, { headers })).status;
	};
	// The second request and the two behind it, as the command says.
	expect([await get(), await get(), await get(), await get(), await get()]).toEqual([
		...[400, 429, 429, 429, 400],
	]);
});

test('the code that starts a sandbox in a test runs, and ends', async () => {
	const folder = await temporaryFolder('sandbox-page-');
	const file = path.join(folder, 'test.mts');
	const code = onPage('ts', 'startSandbox').replace(
		"'./sandbox'",
		JSON.stringify(path.join(ROOT, 'sandbox', 'index.ts')),
	);
	writeFileSync(file, code);
	expect(() =>
		execFileSync(process.execPath, ['--import', 'tsx', file], { cwd: ROOT, stdio: 'pipe' }),
	).not.toThrow();
});
