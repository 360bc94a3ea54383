import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { request } from 'undici';
import { WholeBlobManager } from '../../../tools/bench/process/wholeBlobManager';
import { Sink } from '../../../tools/bench/sink';
import { writeWavFile } from '../../../tools/bench/wavFile';

const folder = mkdtempSync(path.join(tmpdir(), 'bench-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a recording has the length that was asked for, and no other has its content', async () => {
	const [one, other] = [path.join(folder, '1.wav'), path.join(folder, '2.wav')];
	await writeWavFile(one, 1_500_000, 1);
	await writeWavFile(other, 1_500_000, 2);
	const content = await readFile(one);
	expect(content).toHaveLength(1_500_000);
	expect(content.toString('latin1', 0, 4)).toBe('RIFF');
	expect(content.equals(await readFile(other))).toBe(false);
});

test('a whole-blob stream hands out the file in one piece, as a database does', async () => {
	const manager = new WholeBlobManager(folder);
	const location = { type: 'execution', workflowId: 'w', executionId: '1' } as const;
	const file = path.join(folder, 'blob.wav');
	await writeWavFile(file, 300_000, 3);
	const { fileId, fileSize } = await manager.copyByFilePath(location, file, {
		fileName: 'blob.wav',
	});
	expect(fileSize).toBe(300_000);
	expect(await manager.getMetadata(fileId)).toEqual({ fileName: 'blob.wav', fileSize: 300_000 });
	const pieces: Buffer[] = [];
	for await (const piece of await manager.getAsStream(fileId)) pieces.push(piece);
	expect(pieces.map(({ length }) => length)).toEqual([300_000]);

	const copyId = await manager.copyByFileId(location, fileId);
	const copy = await buffer(await manager.getAsStream(copyId));
	await manager.deleteManyByFileId([fileId, copyId]);
	expect(copy).toHaveLength(300_000);
	await expect(manager.getMetadata(fileId)).rejects.toThrow('There is no file');
});

test('the sink counts an upload that arrived, tells of its begin, and answers as the service does', async () => {
	const sink = await Sink.open();
	try {
		const begun = sink.nextUpload();
		const body = Buffer.alloc(100_000);
		const reply = await request(`${sink.url}/v2/upload`, { method: 'POST', body });
		await begun;
		expect(await reply.body.json()).toEqual({ upload_url: `${sink.url}/upload/discarded` });
		expect(sink.uploads).toEqual([100_000]);
		const job = await request(`${sink.url}/v2/transcript`, { method: 'POST', body: '{}' });
		expect(await job.body.json()).toMatchObject({ id: 'never-ending', status: 'queued' });
		expect(sink.uploads).toHaveLength(1);
	} finally {
		await sink.close();
	}
});
