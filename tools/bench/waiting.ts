import { setMaxListeners } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { request } from 'undici';
import { z } from 'zod';
import { startSandbox, type Sandbox } from '../../sandbox';
import type { Benchmark } from './benchmark';
import { NodeRunner } from './nodeRunner';
import { WAV_HEADER_BYTES } from '../../sandbox/audio/wavHeader';
import { BYTES_PER_SECOND, writeWavFile } from './wavFile';
import { waitingFigures, type WaitingRun } from './waitingFigures';

const RECORDINGS = 50;
const MIN_JOB_S = 4;
const MAX_JOB_S = 16;
const RUNS = 3;
/** The service rounds durations up to whole seconds; at a tenth, jobs still differ by less than one. */
const REAL_TIME_FACTOR = 0.1;
/** Has no factor in common with the number of recordings, so that it visits each once. */
const STRIDE = 17;

export const waiting: Benchmark = {
	name: 'waiting',
	title: `Waiting: ${RECORDINGS} recordings with jobs of ${MIN_JOB_S} to ${MAX_JOB_S} s in one run of the node`,
	async run(folder) {
		// All jobs of a sandbox listen to one signal, which Node.js takes for a leak from eleven on.
		setMaxListeners(2 * RECORDINGS);
		const recordings = path.join(folder, 'recordings');
		const files = await writeRecordings(recordings);
		const runs: WaitingRun[] = [];
		await NodeRunner.use({ folder }, async (runner) => {
			for (const file of files) await runner.store(file);
			for (let run = 0; run < RUNS; run++) runs.push(await observe(runner, recordings, files));
		});
		return waitingFigures(runs);
	},
};

async function observe(
	runner: NodeRunner,
	recordings: string,
	files: string[],
): Promise<WaitingRun> {
	const sandbox = await startSandbox({
		recordingsFolders: [recordings],
		speed: { realTimeFactor: REAL_TIME_FACTOR },
	});
	try {
		const { startedAt, endedAt } = await runner.runToSuccess({
			files,
			service: sandbox,
			waitMode: 'poll',
		});
		const requests = [...sandbox.requests];
		return { startedAt, endedAt, requests, jobs: await finishedJobs(sandbox) };
	} finally {
		await sandbox.close();
	}
}

const listPage = z.object({
	transcripts: z.array(z.object({ id: z.string(), completed: z.string() })),
});

/** When each job ended, by the service's own account. */
async function finishedJobs({ url, apiKey }: Sandbox): Promise<WaitingRun['jobs']> {
	const reply = await request(`${url}/v2/transcript?limit=200`, {
		headers: { authorization: apiKey },
	});
	const { transcripts } = listPage.parse(await reply.body.json());
	// The service writes UTC without saying so.
	return transcripts.map(({ id, completed }) => ({ id, endedAt: Date.parse(`${completed}Z`) }));
}

/** Recordings of evenly spread durations in mixed order, with the transcripts that tell the sandbox of them. */
async function writeRecordings(folder: string): Promise<string[]> {
	await mkdir(folder);
	const files: string[] = [];
	for (let number = 0; number < RECORDINGS; number++) {
		const place = ((number * STRIDE) % RECORDINGS) / (RECORDINGS - 1);
		const jobSeconds = MIN_JOB_S + place * (MAX_JOB_S - MIN_JOB_S);
		const seconds = Math.round(jobSeconds / REAL_TIME_FACTOR);
		const file = path.join(folder, `call-${number}.wav`);
		await writeWavFile(file, WAV_HEADER_BYTES + seconds * BYTES_PER_SECOND, number);
		await writeFile(file.replace(/wav$/, 'transcript.json'), transcriptOf(seconds));
		files.push(file);
	}
	return files;
}

function transcriptOf(seconds: number): string {
	const utterance = { speaker: 'A', text: 'A tone.', start: 0, end: seconds * 1000 };
	return JSON.stringify({ audio_duration: seconds, utterances: [utterance] });
}
