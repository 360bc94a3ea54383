import assert from 'node:assert/strict';
import { z } from 'zod';
import { eventually } from '../../../support/n8n/eventually';
import { SAMPLE_RECORDING } from '../../../support/n8n/folders';
import { parseAs } from '../../../support/n8n/parseAs';
import { postRecording } from '../../client/postRecording';
import { outputOf } from '../../client/PublicApi';
import { CREDENTIAL_TYPE, sandboxCredential } from '../credential';
import { SECRET, submittedAddress } from '../pausedWorkflow';
import { assertSuccess, importExample } from './runExample';
import type { Scenario } from '../World';

const crmRecord = z.object({
	crm_record_id: z.literal('DEAL-77'),
	transcript_id: z.string().uuid(),
	customer_sentiment: z.literal('positive'),
	customer_sentiment_reason: z.string().min(10),
	customer_interest_quote: z.string().min(10),
});

export const longCalls: Scenario = {
	title: 'Long calls to CRM',
	async run(world) {
		const { api, n8n, sandbox, session, steps, cleanup } = world;
		const data = { ...sandboxCredential(sandbox), webhookSecret: SECRET };
		const account = await session.createCredential('For long calls', CREDENTIAL_TYPE, data);
		const { id } = await importExample({ ...world, account }, 'long-calls-to-crm.json');
		await api.activate(id);
		cleanup.add(async () => sandbox.setSpeed({ concurrency: Infinity }));
		sandbox.setSpeed({ concurrency: 0, minimumJobMs: 1 });
		const executionId = await steps.run(
			'Post a recording that takes long; the execution pauses after half a minute',
			async () => {
				const address = submittedAddress(sandbox);
				await postRecording(`${n8n.url}/webhook/long-calls`, SAMPLE_RECORDING, {
					crm_record_id: 'DEAL-77',
				});
				const { executionId: paused } = await address();
				await eventually('the execution to pause', 90_000, async () =>
					(await api.statusOf(paused)) === 'waiting' ? true : undefined,
				);
				return paused;
			},
		);
		await steps.run('AssemblyAI calls back, and the answers are there', async () => {
			sandbox.setSpeed({ concurrency: Infinity });
			const execution = await api.endOf(executionId);
			assertSuccess(execution);
			const [item] = outputOf(execution, 'CRM record');
			const record = parseAs(crmRecord, item?.json, 'The record');
			assert.equal(execution.customData?.assemblyAiTranscripts, record.transcript_id);
			for (const [key, value] of Object.entries(record)) steps.note(`${key}: ${value}`);
		});
		await api.deactivate(id);
		sandbox.setSpeed({ concurrency: Infinity, minimumJobMs: 0 });
	},
};
