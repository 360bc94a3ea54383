import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { connect } from 'node:net';
import { startSandbox, type LoggedRequest } from '../../sandbox/index';
import {
	audioBytes,
	CALL_AUDIO,
	call,
	field,
	recordingsFolder,
	transcribed,
	upload,
} from '../support/sandbox/client';
import { temporaryFolder } from '../support/temporaryFolder';
import { spreadWords } from '../../sandbox/recordings/spreadWords';

it('a pair that is added while the sandbox runs is known', async () => {
	const folder = await temporaryFolder('sandbox-recordings-');
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

describe('uploads', () => {
	let uploadsFolder: string;
	const files = async () => {
		const [own] = await readdir(uploadsFolder);
		return own === undefined ? undefined : await readdir(path.join(uploadsFolder, own));
	};

	beforeEach(async () => {
		uploadsFolder = await temporaryFolder('sandbox-uploads-');
	});

	it('are kept on disk and gone when the sandbox is', async () => {
		const sandbox = await startSandbox({ recordingsFolders: [], temporaryFolder: uploadsFolder });
		await upload(sandbox, Buffer.alloc(3_000_000, 1));
		expect(await files()).toHaveLength(1);
		await sandbox.close();
		expect(await files()).toBeUndefined();
	});

	it('that are broken off leave no file and stand in the log as cut', async () => {
		let logged: (line: LoggedRequest) => void = () => undefined;
		const line = new Promise<LoggedRequest>((resolve) => (logged = resolve));
		const sandbox = await startSandbox({
			recordingsFolders: [],
			temporaryFolder: uploadsFolder,
			log: (entry) => logged(entry),
		});
		const { port } = new URL(sandbox.url);
		const socket = connect(Number(port), '127.0.0.1');
		const head = `POST /v2/upload HTTP/1.1\r\nhost: x\r\nauthorization: ${sandbox.apiKey}\r\n`;
		socket.write(`${head}content-length: 1000\r\n\r\nsome`, () => socket.destroy());
		expect(await line).toMatchObject({ method: 'POST', path: '/v2/upload', status: 0 });
		// The file goes shortly after the line is written; it never goes if nobody removes it.
		while ((await files())?.length !== 0) await nextTurn();
		await sandbox.close();
	});
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
