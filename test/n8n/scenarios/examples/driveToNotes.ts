import assert from 'node:assert/strict';
import { eventually } from '../../../support/n8n/eventually';
import { assertSuccess, importExample } from './runExample';
import { recordWeeklyMeeting } from './weeklyMeeting';
import type { Scenario } from '../World';

/** What the example has in the place of the folders that a user picks. */
const RECORDINGS = 'RECORDINGS_FOLDER_ID';
const NOTES = 'NOTES_FOLDER_ID';
/** n8n looks once a minute, at a second of its own choice. */
const POLL_TIME_LIMIT_MS = 90_000;

/** What the example writes of the weekly meeting. */
const MEETING_NOTES = new RegExp(
	[
		'^# weekly.mp3\n\n.*the launch of the winter map.*\n',
		'## Decisions',
		'- We have decided to launch the winter map in December.',
		'- It is also decided that the old map stays on sale.\n',
		'## To do',
		'- I promised to send the price list to Ana.\n',
		'Next meeting: 2026-12-08',
		'Transcript ID: [0-9a-f-]{36}$',
	].join('\n'),
);

export const driveToNotes: Scenario = {
	title: 'Drive to meeting notes',
	async run(world) {
		const { api, drive, internet, session, steps } = world;
		const content = await recordWeeklyMeeting(world);
		const recording = { mimeType: 'audio/mpeg', parents: [RECORDINGS], content };
		drive.put({ ...recording, name: 'old.mp3' }, new Date('2025-01-01'));
		const googleDriveOAuth2Api = await session.createCredential('Drive', 'googleDriveOAuth2Api', {
			clientId: 'client',
			clientSecret: 'secret',
			// What n8n keeps after a user has agreed at Google.
			oauthTokenData: { access_token: 'token', token_type: 'Bearer' },
		});
		const workflow = await importExample(world, 'drive-to-meeting-notes.json', {
			'New recording': { googleDriveOAuth2Api },
			Download: { googleDriveOAuth2Api },
			'Meeting notes': { googleDriveOAuth2Api },
		});
		await steps.run('Activate it, until it has looked once', async () => {
			await api.activate(workflow.id);
			await eventually('n8n to look into the folder', POLL_TIME_LIMIT_MS, async () =>
				internet.to('GET', /^\/drive\/v3\/files$/).length > 0 ? true : undefined,
			);
		});
		drive.put({ ...recording, name: 'weekly.mp3' });
		const execution = await steps.run(
			'It finds a new recording in the folder',
			async () => await api.finishedExecution(workflow.id, POLL_TIME_LIMIT_MS),
		);
		assertSuccess(execution);
		await steps.run('The other folder gets the notes', async () => {
			const notes = drive.in(NOTES);
			assert.deepEqual(
				notes.map(({ name }) => name),
				['weekly.mp3.notes.md'],
			);
			const text = notes.map(({ content }) => content.toString()).join();
			assert.match(text, MEETING_NOTES);
			for (const line of text.split('\n')) steps.note(line);
		});
		await api.deactivate(workflow.id);
	},
};
