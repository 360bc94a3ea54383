import assert from 'node:assert/strict';
import { z } from 'zod';
import { parseAs } from '../../../support/n8n/parseAs';
import { runWebhookExample } from './runWebhookExample';
import type { Scenario } from '../World';

const failed = z.object({
	what_happened: z.string().min(10),
	transcript_id: z.string().uuid(),
	file: z.literal('map-update-call.mp3'),
});

export const failedCalls: Scenario = {
	title: 'Failed calls keep their ID',
	async run(world) {
		const { sandbox, steps } = world;
		sandbox.fail({
			method: 'POST',
			path: '/v2/transcript',
			fault: { kind: 'jobError', error: 'Audio could not be decoded' },
		});
		const { reply, execution } = await runWebhookExample(world, {
			file: 'failed-calls-keep-their-id.json',
			path: 'failed-calls',
		});
		await steps.run('What failed leaves by the second output, with the transcript ID', async () => {
			const record = parseAs(failed, reply, 'The reply');
			assert.match(record.what_happened, /Audio could not be decoded/);
			assert.equal(execution.customData?.assemblyAiTranscripts, record.transcript_id);
			for (const [key, value] of Object.entries(record)) steps.note(`${key}: ${value}`);
		});
	},
};
