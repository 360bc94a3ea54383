import { randomUUID } from 'node:crypto';
import { fetch } from 'undici';
import { z } from 'zod';
import { eventually, NoUseWaitingError } from '../../support/n8n/eventually';
import type { CredentialReference } from '../client/Session';
import type { WorkflowFile } from '../client/workflowFile';
import { assemblyAi, ownWorkflow, webhook, type OwnNode } from '../queue/ownWorkflow';
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
	/** Transcribes one after the other, in rounds of Loop Over Items. */
	inLoop?: boolean;
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
	{ name, path, calls, options, hasErrorOutput = false, inLoop = false }: CallsToPauseFor,
): Promise<PausedWorkflow> {
	const account = await pausingAccount(session, sandbox, name);
	const recording = await recordingServer(cleanup);
	const transcribe = {
		...pausingTranscribe(account, options),
		...(hasErrorOutput && { onError: 'continueErrorOutput' }),
	};
	const start = webhook(path, { httpMethod: 'POST' });
	const workflow = ownWorkflow(name, [start, splitOut('body.calls'), transcribe, AFTER]);
	const { id: workflowId } = await api.createWorkflow(inLoop ? loopOverItems(workflow) : workflow);
	holdJobs({ sandbox, cleanup });
	const before = submissions(sandbox);
	const submittedFrom = submittedAddress(sandbox);
	await api.activate(workflowId);
	await postCalls(`${n8n.url}/webhook/${path}`, recording, calls);
	const { address, executionId } = await submittedFrom();
	await untilPaused(api, executionId);
	return { workflowId, executionId, address, submitted: () => submissions(sandbox) - before };
}

/** A credential of the sandbox with the secret that a pause needs. */
export async function pausingAccount(
	session: World['session'],
	sandbox: World['sandbox'],
	name: string,
): Promise<CredentialReference> {
	const data = { ...sandboxCredential(sandbox), webhookSecret: SECRET };
	return await session.createCredential(name, CREDENTIAL_TYPE, data);
}

/** Transcribes the address on the item. */
export function pausingTranscribe(
	account: CredentialReference,
	options: Record<string, unknown>,
): OwnNode {
	const parameters = {
		source: 'url',
		audioUrl: '={{ $json.url }}',
		waitMode: 'webhook',
		options,
	};
	return assemblyAi('Transcribe', account, parameters);
}

/** Makes an item of each call in a list. */
export function splitOut(field: string): OwnNode {
	return {
		name: 'Calls',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		parameters: { fieldToSplitOut: field },
	};
}

/** Tells of each transcript which call it is paired with. */
export const AFTER: OwnNode = {
	name: 'After',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: {
		mode: 'raw',
		jsonOutput:
			"={{ { deal: $('Calls').item.json.deal, id: $json.transcriptId, status: $json.status } }}",
	},
};

/** The same with its calls one after the other, and the node behind after all of them. */
function loopOverItems(workflow: WorkflowFile): WorkflowFile {
	const loop = {
		id: randomUUID(),
		name: 'Loop',
		type: 'n8n-nodes-base.splitInBatches',
		typeVersion: 3,
		position: [500, 200],
		parameters: { batchSize: 1, options: {} },
	};
	const to = (node: string) => [{ node, type: 'main', index: 0 }];
	return {
		...workflow,
		nodes: [...workflow.nodes, loop],
		connections: {
			...workflow.connections,
			Calls: { main: [to('Loop')] },
			Loop: { main: [to('After'), to('Transcribe')] },
			Transcribe: { main: [to('Loop')] },
		},
	};
}

/** Jobs are queued from now on. */
export function holdJobs({ sandbox, cleanup }: Pick<World, 'sandbox' | 'cleanup'>): void {
	cleanup.add(async () => sandbox.setSpeed({ concurrency: Infinity }));
	sandbox.setSpeed({ concurrency: 0, minimumJobMs: 1 });
}

/** Lets the jobs end that are queued, and none that comes later. */
export function letGo(sandbox: World['sandbox']): void {
	sandbox.setSpeed({ concurrency: Infinity });
	sandbox.setSpeed({ concurrency: 0 });
}

export async function untilPaused(api: World['api'], executionId: string): Promise<void> {
	await eventually('the execution to pause', 90_000, async () => {
		const status = await api.statusOf(executionId);
		if (status !== 'running' && status !== 'waiting')
			throw new NoUseWaitingError(`It is ${status}`);
		return status === 'waiting' ? true : undefined;
	});
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
