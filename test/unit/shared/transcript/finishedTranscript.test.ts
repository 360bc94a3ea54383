import { InputError, TranscriptFailedError } from '../../../../nodes/shared/api/core/errors';
import { completedTranscript } from '../../../../nodes/shared/transcript/finishedTranscript';
import { failureOf } from '../../../support/unit/failureOf';
import { ID, jobReply } from '../../../support/unit/replies';
import { scripted } from '../../../support/unit/services/service';

test('a transcript that is there is given', async () => {
	const { service, http } = scripted([jobReply('completed', { text: 'Hello.' })]);
	expect(await completedTranscript(service, ID)).toEqual({
		id: ID,
		status: 'completed',
		text: 'Hello.',
	});
	expect(http.requests).toHaveLength(1);
});

test('a job that failed is an error with its reason', async () => {
	const { service } = scripted([jobReply('error', { error: 'The file is empty' })]);
	const error = await failureOf(completedTranscript(service, ID), TranscriptFailedError);
	expect(error.message).toBe('AssemblyAI could not transcribe this recording: The file is empty');
	expect(error.facts).toMatchObject({ transcriptId: ID, status: 'error' });
});

test.each(['queued', 'processing', 'paused'])(
	'one that is %s is not waited for',
	async (status) => {
		const { service, http } = scripted([jobReply(status)]);
		const error = await failureOf(completedTranscript(service, ID), InputError);
		expect(error.message).toBe(`The transcript is not finished yet (status: ${status})`);
		expect(error.facts).toEqual({
			transcriptId: ID,
			status,
			hint: 'Wait until the transcript is finished: fetch it with the operation Get first, with the wait mode Wait Until Finished.',
		});
		expect(http.requests).toHaveLength(1);
	},
);
