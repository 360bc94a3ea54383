import { z } from 'zod';
import { parseAs } from '../../../../support/n8n/parseAs';
import { runWebhookExample } from '../runWebhookExample';
import type { Scenario } from '../../World';

const message = z.object({
	channel: z.literal('#coaching'),
	text: z
		.string()
		.regex(
			/^\*A call of Dana to talk about\*(?:\n• Speaker [AB]: \d\d % of the talk, longest monologue \d+ s, \d+ questions, \d+ interruptions){2}/,
		),
});

export const coaching: Scenario = {
	title: 'Call coaching to Slack',
	async run(world) {
		const { session, internet, steps } = world;
		const token = { accessToken: 'xoxb-token' };
		const slackApi = await session.createCredential('Slack for coaching', 'slackApi', token);
		const earlier = internet.to('POST', /chat\.postMessage$/).length;
		await runWebhookExample(world, {
			file: 'call-coaching-to-slack.json',
			path: 'call-coaching',
			fields: { agent: 'Dana' },
			credentials: { Slack: { slackApi } },
		});
		await steps.run('Slack is told who talks how much', async () => {
			const [sent] = internet.to('POST', /chat\.postMessage$/).slice(earlier);
			const { text } = parseAs(message, sent?.body, 'The message');
			steps.note(text.split('\n').slice(1).join(' '));
		});
	},
};
