import assert from 'node:assert/strict';
import { postRecording } from '../../client/postRecording';
import { importExample } from '../../scenarios/examples/runExample';
import type { BackgroundProcess } from '../../server/BackgroundProcess';
import { eventually } from '../../../support/n8n/eventually';
import { SAMPLE_RECORDING } from '../../../support/n8n/folders';
import type { QueueWorld } from '../QueueWorld';
import { seenTranscripts, submissions } from './submissions';

/** A call in the middle of its wait: its job is queued at the service, and stays so until it is let go. */
export interface HeldCall {
	workflowId: string;
	executionId: string;
	transcriptId: string;
	/** That waits. */
	worker: BackgroundProcess;
	/** Of the webhook, when it comes. */
	reply: ReturnType<typeof postRecording>;
	/** Lets the service do the job. */
	letGo(): void;
	/** How often the recording was submitted so far. */
	submitted(): number;
}

/** Posts the sample recording to an example's webhook and waits until a worker waits for its transcript. */
export async function holdCall(world: QueueWorld): Promise<HeldCall> {
	const { api, n8n, sandbox, steps, cleanup, workers } = world;
	const letGo = () => sandbox.setSpeed({ concurrency: Infinity, queueMs: 0 });
	// A sandbox with a job that cannot begin does not close.
	cleanup.add(async () => letGo());
	const { id: workflowId } = await importExample(world, 'call-to-crm.json');
	return await steps.run('Post a recording, wait until a worker waits for it', async () => {
		// Some time in the queue, because a service without any answers a look only when the job is done.
		sandbox.setSpeed({ concurrency: 0, queueMs: 1 });
		const before = { jobs: submissions(sandbox), seen: seenTranscripts(sandbox) };
		await api.activate(workflowId);
		const reply = postRecording(`${n8n.url}/webhook/assemblyai-call`, SAMPLE_RECORDING, {});
		// Whoever awaits it hears of its failure; until then it must not end the test.
		reply.catch(() => undefined);
		const transcriptId = await eventually('a look at the transcript', 60_000, async () =>
			seenTranscripts(sandbox).find((id) => !before.seen.includes(id)),
		);
		const executionId = workers.latestExecution;
		const [worker, ...others] = executionId === undefined ? [] : workers.thatRan(executionId);
		assert.ok(executionId !== undefined && worker, 'No worker runs it');
		assert.equal(others.length, 0);
		const submitted = () => submissions(sandbox) - before.jobs;
		return { workflowId, executionId, transcriptId, worker, reply, letGo, submitted };
	});
}

/** What the log of its worker says of the transcript. */
export function logLine({ transcriptId, executionId }: HeldCall): string {
	return `transcript ${transcriptId} (execution ${executionId})`;
}
