import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSandbox } from './index';
import {
	audioBytes,
	CALL_AUDIO,
	call,
	field,
	recordingsFolder,
	transcribed,
	upload,
} from './testing/client';
import { spreadWords } from './spreadWords';

it('a pair that is added while the sandbox runs is known', async () => {
	const folder = await mkdtemp(path.join(tmpdir(), 'sandbox-recordings-'));
	const sandbox = await startSandbox({ recordingsFolders: [folder] });
	const audio = audioBytes('my own call');
	const text = async () => field((await transcribed(sandbox, audio)).json, 'text');
	expect(await text()).toContain('placeholder');
	await writeFile(path.join(folder, 'mine.ogg'), audio);
	const utterances = [{ speaker: 'A', text: 'Hello there.', start: 0, end: 900 }];
	await writeFile(path.join(folder, 'mine.transcript.json'), JSON.stringify({ utterances }));
	expect(await text()).toBe('Hello there.');
	await sandbox.close();
});

it('a transcript file that is none is named at the start', async () => {
	const folder = await recordingsFolder({
		utterances: [{ speaker: 'A', text: 'Hi', start: 'soon' }],
	});
	await expect(startSandbox({ recordingsFolders: [folder] })).rejects.toThrow(
		/call\.transcript\.json is not a transcript: utterances\.0\.start: Expected number/,
	);
});

it('a folder that is not there is empty', async () => {
	const sandbox = await startSandbox({ recordingsFolders: ['/nowhere/at/all'] });
	expect(field((await transcribed(sandbox, CALL_AUDIO)).json, 'text')).toContain('placeholder');
	await sandbox.close();
});

it('uploads are kept on disk and gone when the sandbox is', async () => {
	const folders = async () =>
		(await readdir(tmpdir())).filter((name) => name.startsWith('assemblyai-sandbox-'));
	const before = await folders();
	const sandbox = await startSandbox({ recordingsFolders: [] });
	const [own] = (await folders()).filter((name) => !before.includes(name));
	await upload(sandbox, Buffer.alloc(3_000_000, 1));
	expect(await readdir(path.join(tmpdir(), own ?? ''))).toHaveLength(1);
	await sandbox.close();
	expect(await folders()).not.toContain(own);
});

it('the port is free again after close, and one in use is refused', async () => {
	const first = await startSandbox({ recordingsFolders: [] });
	const port = Number(new URL(first.url).port);
	await expect(startSandbox({ port, recordingsFolders: [] })).rejects.toThrow('EADDRINUSE');
	await first.close();
	const second = await startSandbox({ port, recordingsFolders: [] });
	expect((await call(second, 'GET', '/v2/transcript')).status).toBe(200);
	await second.close();
});

it('words without times share those of their utterance', () => {
	const words = spreadWords({ text: 'One three fifteen', start: 1000, end: 2500, confidence: 0.9 });
	expect(words).toEqual([
		{ text: 'One', start: 1000, end: 1300, confidence: 0.9 },
		{ text: 'three', start: 1300, end: 1800, confidence: 0.9 },
		{ text: 'fifteen', start: 1800, end: 2500, confidence: 0.9 },
	]);
});
