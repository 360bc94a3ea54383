import assert from 'node:assert/strict';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { WAV_HEADER_BYTES, wavHeader } from '../../../sandbox/audio/wavHeader';
import { assemblyAi, ownWorkflow, type OwnNode } from '../queue/ownWorkflow';
import { START } from '../scenarios/recordings/wiring';
import type { World } from '../scenarios/World';

/** A recording of this size, and what the node says about it when it does not take it. */
export interface LargeRecording {
	bytes: number;
	refusal?: string;
}

/** So that hours of it are few enough for the service. */
const FORM = { rate: 48_000, channels: 2, bits: 16 } as const;
const RUN_TIME_LIMIT_MS = 600_000;

/** Reads a recording from disk and submits it, in a running n8n that may read this folder. */
export async function trySize(
	{ session, api, account, sandbox, steps }: World,
	folder: string,
	{ bytes, refusal }: LargeRecording,
): Promise<void> {
	const file = path.join(folder, `${bytes}.wav`);
	await writeSparse(file, bytes);
	await steps.run(`A recording of ${bytes / 1e6} MB from disk`, async () => {
		const before = sandbox.requestsTo('POST', '/v2/upload').length;
		const transcribe = assemblyAi('Transcribe', account, { waitMode: 'doNotWait' });
		const { id } = await session.createWorkflow(
			ownWorkflow(`Large ${bytes}`, [START, readFrom(file), transcribe]),
		);
		const executionId = await session.run(id, { name: 'Start' });
		const { status, data } = await api.endOf(executionId, RUN_TIME_LIMIT_MS);
		const uploads = sandbox.requestsTo('POST', '/v2/upload').slice(before);
		if (refusal !== undefined) {
			assert.equal(data?.resultData.error?.message, refusal);
			assert.equal(uploads.length, 0);
			return;
		}
		assert.equal(status, 'success', data?.resultData.error?.message);
		assert.equal(uploads.length, 1);
	});
}

function readFrom(file: string): OwnNode {
	return {
		name: 'Read',
		type: 'n8n-nodes-base.readWriteFile',
		typeVersion: 1,
		parameters: { fileSelector: file, options: {} },
	};
}

/** Silence, of which the disk holds the header only. */
async function writeSparse(file: string, bytes: number): Promise<void> {
	const handle = await open(file, 'w');
	await handle.write(wavHeader(bytes - WAV_HEADER_BYTES, FORM));
	await handle.truncate(bytes);
	await handle.close();
}
