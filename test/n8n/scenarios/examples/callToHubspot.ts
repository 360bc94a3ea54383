import { z } from 'zod';
import { parseAs } from '../../../support/n8n/parseAs';
import { runWebhookExample } from './runWebhookExample';
import type { Scenario } from '../World';

const dealUpdate = z.object({
	properties: z.array(z.object({ name: z.string(), value: z.unknown() })),
});

const answers = z.object({
	customer_sentiment: z.literal('positive'),
	product_asked_for: z.string().min(3),
	quoted_price: z.coerce.number().positive(),
	wants_to_buy: z.coerce.string(),
	interest_quote: z.string().min(10),
	assemblyai_transcript_id: z.string().uuid(),
});

export const callToHubspot: Scenario = {
	title: 'Call to HubSpot',
	async run(world) {
		const { session, internet, steps } = world;
		const token = { appToken: 'token' };
		const hubspotAppToken = await session.createCredential('HubSpot', 'hubspotAppToken', token);
		await runWebhookExample(world, {
			file: 'call-to-hubspot.json',
			path: 'call-to-hubspot',
			fields: { deal_id: '1042' },
			credentials: { HubSpot: { hubspotAppToken } },
		});
		await steps.run('HubSpot gets the keyed answers for the deal', async () => {
			const [update] = internet.to('PUT', /^\/deals\/v1\/deal\/1042$/);
			const { properties } = parseAs(dealUpdate, update?.body, 'The update of the deal');
			const values = Object.fromEntries(properties.map(({ name, value }) => [name, value]));
			for (const [key, value] of Object.entries(parseAs(answers, values, 'The deal'))) {
				steps.note(`${key}: ${value}`);
			}
		});
	},
};
