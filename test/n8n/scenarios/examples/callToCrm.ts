import assert from 'node:assert/strict';
import { z } from 'zod';
import { outputOf } from '../../client/PublicApi';
import { postRecording } from '../../client/postRecording';
import { SAMPLE_RECORDING } from '../../../support/n8n/folders';
import { parseAs } from '../../../support/n8n/parseAs';
import { assertSuccess, importExample } from './runExample';
import type { Scenario } from '../World';

/** The five answers, under the keys that the workflow asks for; the values that the sample call gives. */
const crmRecord = z.object({
	crm_record_id: z.literal('DEAL-1042'),
	transcript_id: z.string().uuid(),
	call_sentiment: z.enum(['positive', 'neutral', 'negative']),
	agent_sentiment: z.enum(['positive', 'neutral', 'negative']),
	customer_sentiment: z.literal('positive'),
	customer_interest_quote: z.string().min(10),
	customer_interest_speaker: z.literal('B'),
	customer_interest_time: z.string().regex(/^\d\d:\d\d$/),
	agent_enthusiasm_quote: z.string().min(10),
	agent_enthusiasm_speaker: z.literal('A'),
});

const replySchema = z.object({ status: z.literal(200), body: crmRecord });

export const callToCrm: Scenario = {
	title: 'Call to CRM',
	async run(world) {
		const { api, n8n, sandbox, steps } = world;
		const workflow = await importExample(world, 'call-to-crm.json');
		await steps.run('Activate it', async () => await api.activate(workflow.id));
		const reply = await steps.run('Post a recording to its webhook', async () => {
			const url = `${n8n.url}/webhook/assemblyai-call`;
			return await postRecording(url, SAMPLE_RECORDING, { crm_record_id: 'DEAL-1042' });
		});
		const execution = await api.finishedExecution(workflow.id);
		assertSuccess(execution);
		const record = parseAs(replySchema, reply, 'The reply').body;
		await steps.run('It answers with the CRM record', async () => {
			for (const [key, value] of Object.entries(record)) steps.note(`${key}: ${value}`);
		});
		await steps.run('The execution shows the transcript ID, and five answers', async () => {
			assert.equal(execution.customData?.assemblyAiTranscripts, record.transcript_id);
			const [asked] = outputOf(execution, 'LLM Gateway Ask Questions');
			assert.equal(Object.keys(z.record(z.unknown()).parse(asked?.json.answers)).length, 5);
		});
		assert.equal(sandbox.requestsTo('POST', '/v2/transcript').length, 1);
		await api.deactivate(workflow.id);
	},
};
