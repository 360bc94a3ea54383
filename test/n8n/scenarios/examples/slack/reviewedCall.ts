import assert from 'node:assert/strict';
import { z } from 'zod';
import { eventually } from '../../../../support/n8n/eventually';
import { SAMPLE_RECORDING } from '../../../../support/n8n/folders';
import { parseAs } from '../../../../support/n8n/parseAs';
import { postRecording } from '../../../client/postRecording';
import { outputOf } from '../../../client/PublicApi';
import { assertSuccess, importExample } from '../runExample';
import type { Scenario } from '../../World';

const buttons = z.object({
	blocks: z.array(
		z.object({
			text: z.object({ text: z.string() }).optional(),
			elements: z
				.array(z.object({ text: z.object({ text: z.string() }), url: z.string().url() }))
				.optional(),
		}),
	),
});

const crmRecord = z.object({
	crm_record_id: z.literal('DEAL-7'),
	transcript_id: z.string().uuid(),
	yearly_price: z.coerce.number(),
	customer_sentiment: z.literal('positive'),
	call_back_on: z.literal(''),
	reviewed: z.literal(true),
});

/** n8n takes no click from what looks like a robot. */
const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0' };

export const reviewedCall: Scenario = {
	title: 'Call reviewed before CRM',
	async run(world) {
		const { api, internet, n8n, session, steps } = world;
		const token = { accessToken: 'xoxb-token' };
		const slackApi = await session.createCredential('Slack', 'slackApi', token);
		const { id } = await importExample(world, 'call-reviewed-before-crm.json', {
			'Ask a person': { slackApi },
		});
		await api.activate(id);
		const approve = await steps.run('A call with an open question is asked about', async () => {
			const url = `${n8n.url}/webhook/call-review`;
			await postRecording(url, SAMPLE_RECORDING, { crm_record_id: 'DEAL-7' });
			const message = await eventually('a message in Slack', 60_000, async () =>
				internet.to('POST', /chat\.postMessage$/).at(0),
			);
			const { blocks } = parseAs(buttons, message.body, 'The message');
			const text = blocks.map((block) => block.text?.text ?? '').join('\n');
			assert.match(text, /want to be called back\? The recording does not tell/);
			assert.match(text, /yearly_price: 89 \(\d\d:\d\d "/);
			const button = blocks.flatMap(({ elements = [] }) => elements);
			return button.find((one) => one.text.text === 'Write to CRM')?.url ?? '';
		});
		await steps.run('Nothing is written before somebody approves', async () => {
			// The button leads to the execution, which n8n 1.x lists nowhere while it pauses.
			const paused = new URL(approve).pathname.split('/')[2] ?? '';
			await eventually('the execution to pause', 60_000, async () =>
				(await api.statusOf(paused)) === 'waiting' ? true : undefined,
			);
			assert.deepEqual(outputOf(await api.execution(paused), 'CRM record'), []);
		});
		await steps.run('The approval lets the record be written', async () => {
			const click = await fetch(approve, { headers: BROWSER });
			assert.equal(click.status, 200, await click.text());
			const execution = await api.finishedExecution(id);
			assertSuccess(execution);
			const [item] = outputOf(execution, 'CRM record');
			const record = parseAs(crmRecord, item?.json, 'The record');
			for (const [key, value] of Object.entries(record)) steps.note(`${key}: ${value}`);
		});
		await api.deactivate(id);
	},
};
