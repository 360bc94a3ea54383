import assert from 'node:assert/strict';
import { z } from 'zod';
import { parseAs } from '../../../../support/n8n/parseAs';
import { runWebhookExample } from '../runWebhookExample';
import type { Scenario } from '../../World';

const message = z.object({
	channel_id: z.literal('C012AB3CD'),
	initial_comment: z.string().regex(/^\*Which quote .*\*\n> .{10,}\nSpeaker B$/),
});

/** A frame of MPEG audio begins with eleven set bits; as text, each byte is a letter. */
const MP3_IN_FORM = /Content-Type: audio\/mpeg\r\n\r\n\u00ff[\u00e0-\u00ff]/i;

export const quotesToSlack: Scenario = {
	title: 'Call quotes to Slack',
	async run(world) {
		const { session, internet, steps } = world;
		const token = { accessToken: 'xoxb-token' };
		const slackApi = await session.createCredential('Slack for quotes', 'slackApi', token);
		await runWebhookExample(world, {
			file: 'call-quotes-to-slack.json',
			path: 'call-quotes',
			credentials: { Slack: { slackApi } },
		});
		await steps.run('Slack gets the clip, and the words beside it', async () => {
			const [upload] = internet.to('POST', /^\/upload\//);
			const form = String(upload?.body);
			assert.match(form, MP3_IN_FORM);
			assert.match(form, /filename="map-update-call_customer_interest_quote_\d\d-\d\d\.mp3"/);
			assert(form.length < 200_000, 'The clip is much shorter than the recording');
			const [told] = internet.to('POST', /completeUploadExternal$/);
			const { initial_comment: words } = parseAs(message, told?.body, 'The message');
			steps.note(words.split('\n').join(' '));
		});
	},
};
