import assert from 'node:assert/strict';
import { fetch } from 'undici';
import { z } from 'zod';
import { outputOf, type Execution } from '../client/PublicApi';
import { postRecording } from '../client/postRecording';
import {
	isOurs,
	readExample,
	withCredentials,
	type WorkflowFile,
	type WorkflowNode,
} from '../client/workflowFile';
import { SAMPLE_RECORDING } from '../../support/n8n/folders';
import { eventually } from '../../support/n8n/eventually';
import { parseAs } from '../../support/n8n/parseAs';
import { CREDENTIAL_TYPE, sandboxCredential } from './credential';
import { assertSuccess } from './examples/runExample';
import type { Scenario, World } from './World';

const FILE = 'call-back-to-crm.json';
const SECRET = 'open-sesame';
const CALLED_TIME_LIMIT_MS = 30_000;

const submitted = z.object({
	status: z.literal(200),
	body: z.object({ transcriptId: z.string().uuid() }),
});

const crmRecord = z.object({
	crm_record_id: z.literal('DEAL 10/42'),
	transcript_id: z.string().uuid(),
	customer_sentiment: z.literal('positive'),
	customer_sentiment_reason: z.string().min(10),
	customer_interest_quote: z.string().min(10),
});

const triggerNode = z.object({ webhookId: z.string() });

export const callBack: Scenario = {
	title: 'Call-back to CRM',
	async run(world) {
		const { api, n8n, steps } = world;
		const example = await readExample(FILE);
		const trigger = example.nodes.find(({ name }) => name === 'AssemblyAI Trigger');
		const { webhookId } = parseAs(triggerNode, trigger, 'The trigger');
		const triggerUrl = `${n8n.url}/webhook/${webhookId}/webhook`;
		const workflow = await steps.run(
			`Import examples/${FILE}, pick a credential with a secret, paste the trigger's URL`,
			async () => await api.createWorkflow(await asUserSetsIt(world, example, triggerUrl)),
		);
		await api.activate(workflow.id);
		const { body } = await steps.run('A recording is answered with its transcript ID', async () =>
			parseAs(
				submitted,
				await postRecording(`${n8n.url}/webhook/call-by-call-back`, SAMPLE_RECORDING, {
					crm_record_id: 'DEAL 10/42',
				}),
				'The reply',
			),
		);
		await steps.run('AssemblyAI calls back, and the second row answers the questions', async () => {
			const execution = await calledBack(world, workflow.id);
			assertSuccess(execution);
			const [item] = outputOf(execution, 'CRM record');
			const record = parseAs(crmRecord, item?.json, 'The record');
			assert.equal(record.transcript_id, body.transcriptId);
			for (const [key, value] of Object.entries(record)) steps.note(`${key}: ${value}`);
		});
		const callAgain = async (secret: string, status: number) => {
			const before = (await api.executions(workflow.id)).length;
			const reply = await fetch(triggerUrl, {
				method: 'POST',
				headers: { 'content-type': 'application/json', 'x-assemblyai-webhook-secret': secret },
				body: JSON.stringify({ transcript_id: body.transcriptId, status: 'completed' }),
			});
			assert.equal(reply.status, status);
			steps.note(`It reads: ${await reply.text()}`);
			assert.equal((await api.executions(workflow.id)).length, before);
		};
		await steps.run('A call with another secret gets a 403 and starts nothing', async () => {
			await callAgain('guess', 403);
		});
		await steps.run('The same call once more is answered and starts nothing', async () => {
			await callAgain(SECRET, 200);
		});
		await api.deactivate(workflow.id);
	},
};

async function asUserSetsIt(
	{ session, sandbox }: World,
	example: WorkflowFile,
	triggerUrl: string,
): Promise<WorkflowFile> {
	const data = { ...sandboxCredential(sandbox), webhookSecret: SECRET };
	const account = await session.createCredential('With a secret', CREDENTIAL_TYPE, data);
	const picked = withCredentials(example, (node) =>
		isOurs(node) ? { [CREDENTIAL_TYPE]: account } : undefined,
	);
	const nodes = picked.nodes.map((node) => ({ ...node, parameters: pasted(node, triggerUrl) }));
	return { ...picked, nodes };
}

/** The parameters with the trigger's own address in the place of the example's. */
function pasted({ parameters }: WorkflowNode, triggerUrl: string): Record<string, unknown> {
	const text = JSON.stringify(parameters).replace(/https:[^"?]+\/webhook(?=\?)/, triggerUrl);
	return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}

/** The execution that the call-back started, with its record: n8n 1.x saves what came out after the status. */
async function calledBack({ api }: World, workflowId: string): Promise<Execution> {
	return await eventually('the call-back', CALLED_TIME_LIMIT_MS, async () => {
		const ended = (await api.executions(workflowId)).filter(({ status }) =>
			['success', 'error'].includes(status),
		);
		const executions = await Promise.all(ended.map(async ({ id }) => await api.execution(id)));
		return executions.find(
			(one) =>
				outputOf(one, 'AssemblyAI Trigger').length > 0 &&
				(one.status === 'error' || outputOf(one, 'CRM record').length > 0),
		);
	});
}
