import { generateKeyPairSync } from 'node:crypto';
import { z } from 'zod';
import { parseAs } from '../../../support/n8n/parseAs';
import type { CredentialReference, Session } from '../../client/Session';
import { runWebhookExample } from './runWebhookExample';
import type { Scenario } from '../World';

const written = z.object({ values: z.array(z.array(z.string())) });

const scoreRow = z.object({
	agent: z.literal('Dana'),
	score: z.literal('100'),
	percent: z.literal('100'),
	passed: z.literal('true'),
	manner_percent: z.literal('100'),
	agent_tone: z.literal('positive'),
	customer_at_the_end: z.literal('positive'),
	yearly_price_named: z.literal('89'),
	best_moment: z.string().min(10),
	best_moment_at: z.string().regex(/^\d\d:\d\d$/),
	transcript_id: z.string().uuid(),
});

/** A service account with a key of its own. */
export async function googleAccount(session: Session): Promise<CredentialReference> {
	const { privateKey } = generateKeyPairSync('rsa', {
		modulusLength: 2048,
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
		publicKeyEncoding: { type: 'spki', format: 'pem' },
	});
	const account = { email: 'calls@example.com', privateKey };
	return await session.createCredential('Google', 'googleApi', account);
}

export const scorecard: Scenario = {
	title: 'Call scorecard to sheet',
	async run(world) {
		const { session, internet, steps } = world;
		const googleApi = await googleAccount(session);
		await runWebhookExample(world, {
			file: 'call-scorecard-to-sheet.json',
			path: 'call-scorecard',
			fields: { agent: 'Dana' },
			credentials: { 'Google Sheets': { googleApi } },
		});
		await steps.run('The sheet gets a heading and the row', async () => {
			const [heading, row] = internet
				.to('PUT', /\/values\//)
				.map(({ body }, index) => parseAs(written, body, `Row ${index + 1}`).values[0]);
			const score = Object.fromEntries(heading?.map((name, i) => [name, row?.[i]]) ?? []);
			for (const [key, value] of Object.entries(parseAs(scoreRow, score, 'The row'))) {
				steps.note(`${key}: ${value}`);
			}
		});
	},
};
