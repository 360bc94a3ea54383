import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { outputOf } from '../../client/PublicApi';
import { MailServer } from '../../standin/MailServer';
import { SAMPLE_RECORDING } from '../../../support/n8n/folders';
import { eventually } from '../../../support/n8n/eventually';
import { parseAs } from '../../../support/n8n/parseAs';
import { assertSuccess, importExample } from './runExample';
import type { Scenario, World } from '../World';

const SENDER = 'jo.reeve@example.com';
const FROM = `Jo Reeve <${SENDER}>`;
const CONTACT = `/contacts/v1/contact/createOrUpdate/email/${SENDER}`;
const MAIL_TIME_LIMIT_MS = 60_000;

const contactUpdate = z.object({
	properties: z.array(z.object({ property: z.string(), value: z.unknown() })),
});

const answers = z.object({
	customer_sentiment: z.literal('positive'),
	last_call_summary: z.string().min(10),
	wants_to_buy: z.coerce.string(),
	assemblyai_transcript_id: z.string().uuid(),
});

export const mailToHubspot: Scenario = {
	title: 'Mailed recordings to HubSpot',
	async run(world) {
		const { api, internet, sandbox, session, steps, cleanup } = world;
		const uploads = sandbox.requestsTo('POST', '/v2/upload').length;
		const content = await readFile(SAMPLE_RECORDING);
		const mailServer = await MailServer.start('calls@example.com', cleanup);
		const old = { from: FROM, subject: 'Old', attachments: [{ filename: 'old.mp3', content }] };
		await mailServer.deliver(old, new Date('2025-01-01'));
		const imap = await session.createCredential('Mailbox', 'imap', mailServer.credential);
		const hubspotAppToken = await session.createCredential('HubSpot', 'hubspotAppToken', {
			appToken: 'token',
		});
		const workflow = await importExample(world, 'mail-to-hubspot.json', {
			'Email Trigger': { imap },
			HubSpot: { hubspotAppToken },
		});
		await steps.run('Activate it, until it watches the mailbox', async () => {
			await api.activate(workflow.id);
			await eventually('n8n to watch the mailbox', MAIL_TIME_LIMIT_MS, async () =>
				mailServer.isWatched ? true : undefined,
			);
		});

		await steps.run('A mail without a recording ends at the filter', async () => {
			await mailServer.deliver({
				from: FROM,
				subject: 'Minutes',
				text: 'The recording follows.',
				attachments: [{ filename: 'minutes.txt', content: 'Nothing to hear.' }],
			});
			await hasSucceeded(world, workflow.id, 'Minutes');
			assert.equal(internet.to('POST', /^\/contacts\//).length, 0);
		});

		await steps.run('A mail with two recordings is worked through, an old one is not', async () => {
			await mailServer.deliver({
				from: FROM,
				subject: 'Recordings',
				text: 'Two calls, and what was agreed.',
				attachments: [
					{ filename: 'first-call.mp3', content },
					{ filename: 'agreement.pdf', content: '%PDF-1.4' },
					{ filename: 'second-call.mp3', content },
				],
			});
			await hasSucceeded(world, workflow.id, 'Recordings');
			assert.equal(sandbox.requestsTo('POST', '/v2/upload').length - uploads, 2);
		});
		await steps.run('HubSpot gets the answers of each for the sender', async () => {
			const updates = internet.to('POST', /^\/contacts\//).map(({ path, body }) => {
				assert.equal(decodeURIComponent(path), CONTACT);
				const { properties } = parseAs(contactUpdate, body, 'The update of the contact');
				const values = Object.fromEntries(properties.map((p) => [p.property, p.value]));
				return parseAs(answers, values, 'The contact');
			});
			assert.equal(new Set(updates.map((update) => update.assemblyai_transcript_id)).size, 2);
			for (const update of updates) steps.note(JSON.stringify(update));
		});
		await api.deactivate(workflow.id);
	},
};

/** @throws when the execution that began with the mail of this subject, the latest one, has failed */
async function hasSucceeded({ api }: World, workflowId: string, subject: string): Promise<void> {
	const execution = await eventually(`the mail "${subject}"`, MAIL_TIME_LIMIT_MS, async () => {
		const latest = await api.finishedExecution(workflowId);
		const [mail] = outputOf(latest, 'Email Trigger');
		return mail?.json.subject === subject ? latest : undefined;
	});
	assertSuccess(execution);
}
