import { fetch } from 'undici';
import { z } from 'zod';
import { eventually, NoUseWaitingError } from '../../support/n8n/eventually';
import { assemblyAi, ownWorkflow, webhook } from '../queue/ownWorkflow';
import { submissions } from '../queue/scenarios/submissions';
import { recordingServer } from '../standin/recordingServer';
import { CREDENTIAL_TYPE, sandboxCredential } from './credential';
import type { World } from './World';

export const SECRET = 'open-sesame';

/** An execution that has submitted its calls and pauses, none of them finished. */
export interface PausedWorkflow {
	workflowId: string;
	executionId: string;
	/** Where AssemblyAI calls it back. */
	address: string;
	/** How often it has submitted a recording so far. */
	submitted(): number;
}

export interface CallsToPauseFor {
	name: string;
	path: string;
	calls: number;
	options: Record<string, unknown>;
	/** Leaves failed calls to a second output. */
	hasErrorOutput?: boolean;
}

/** Posts a list of calls to a workflow that transcribes them in one execution, and waits until it pauses. */
export async function pausedWorkflow(
	{
		api,
		n8n,
		sandbox,
		session,
		cleanup,
	}: Pick<World, 'api' | 'n8n' | 'sandbox' | 'session' | 'cleanup'>,
	{ name, path, calls, options, hasErrorOutput = false }: CallsToPauseFor,
): Promise<PausedWorkflow> {
	const data = { ...sandboxCredential(sandbox), webhookSecret: SECRET };
	const account = await session.createCredential(name, CREDENTIAL_TYPE, data);
	const recording = await recordingServer(cleanup);
	const parameters = {
		source: 'url',
		audioUrl: '={{ $json.url }}',
		waitMode: 'webhook',
		options,
	};
	const { id: workflowId } = await api.createWorkflow(
		ownWorkflow(name, [
			webhook(path, { httpMethod: 'POST' }),
			{
				name: 'Calls',
				type: 'n8n-nodes-base.splitOut',
				typeVersion: 1,
				parameters: { fieldToSplitOut: 'body.calls' },
			},
			{
				...assemblyAi('Transcribe', account, parameters),
				...(hasErrorOutput && { onError: 'continueErrorOutput' }),
			},
			{
				name: 'After',
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				parameters: {
					mode: 'raw',
					jsonOutput:
						"={{ { deal: $('Calls').item.json.deal, id: $json.transcriptId, status: $json.status } }}",
				},
			},
		]),
	);
	cleanup.add(async () => sandbox.setSpeed({ concurrency: Infinity }));
	sandbox.setSpeed({ concurrency: 0, minimumJobMs: 1 });
	const before = submissions(sandbox);
	const submittedFrom = submittedAddress(sandbox);
	await api.activate(workflowId);
	await postCalls(`${n8n.url}/webhook/${path}`, recording, calls);
	const { address, executionId } = await submittedFrom();
	await eventually('the execution to pause', 90_000, async () => {
		const status = await api.statusOf(executionId);
		if (status !== 'running' && status !== 'waiting')
			throw new NoUseWaitingError(`It is ${status}`);
		return status === 'waiting' ? true : undefined;
	});
	return { workflowId, executionId, address, submitted: () => submissions(sandbox) - before };
}

/** Waits from now on for a submission. @returns where its execution is called back, and which it is */
export function submittedAddress(
	sandbox: World['sandbox'],
): () => Promise<Pick<PausedWorkflow, 'address' | 'executionId'>> {
	const before = submissions(sandbox);
	return async () =>
		await eventually('a submission', 60_000, async () => {
			const submitted = sandbox.requestsTo('POST', '/v2/transcript');
			if (submitted.length <= before) return undefined;
			const { webhook_url: address } = sent.parse(submitted.at(-1)?.json);
			// n8n 1.x does not list executions that pause.
			return { address, executionId: new URL(address).pathname.split('/')[2] ?? '' };
		});
}

const sent = z.object({ webhook_url: z.string().url() });

async function postCalls(url: string, recording: string, count: number): Promise<void> {
	const calls = Array.from({ length: count }, (_, deal) => ({
		deal,
		url: `${recording}?deal=${deal}`,
	}));
	await eventually(`the webhook ${url}`, 30_000, async () => {
		const reply = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ calls }),
		});
		await reply.body?.cancel();
		// n8n registers a webhook some time after it has said that the workflow is active.
		return reply.ok || undefined;
	});
}

/** Calls as AssemblyAI does, or as somebody who would like to. @returns the status of the answer */
export async function callBack(address: string, id: string, secret?: string): Promise<number> {
	const reply = await fetch(address, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			...(secret !== undefined && { 'x-assemblyai-webhook-secret': secret }),
		},
		body: JSON.stringify({ transcript_id: id, status: 'completed' }),
	});
	await reply.body?.cancel();
	return reply.status;
}
