import { understandTranscript } from '../../../../nodes/shared/api/understanding';
import { ID, jsonReply, refusal } from '../../../support/unit/replies';
import { scripted } from '../../../support/unit/services/service';

const request = { translation: { target_languages: ['de'] } };
const reply = {
	speech_understanding: { request, response: { translation: { status: 'success' } } },
	utterances: [{ speaker: 'Anna', text: 'Hello.', start: 0, end: 400 }],
	request_id: 'r-1',
	more: true,
};

test('a finished transcript is named with the features and their settings', async () => {
	const { service, http } = scripted([jsonReply(reply)]);
	expect(await understandTranscript(service, ID, request)).toEqual(reply);
	expect(http.requests).toMatchObject([
		{
			method: 'POST',
			url: 'http://gateway.test/v1/understanding',
			timeoutMs: 600_000,
			body: { kind: 'json', value: { transcript_id: ID, speech_understanding: { request } } },
		},
	]);
});

test('it is asked for again after a fault', async () => {
	const { service, http } = scripted([jsonReply({}, 503), jsonReply(reply)]);
	expect(await understandTranscript(service, ID, request)).toEqual(reply);
	expect(http.requests).toHaveLength(2);
});

test('what AssemblyAI refuses is told', async () => {
	const { service } = scripted([refusal(400, 'target_languages is missing')]);
	await expect(understandTranscript(service, ID, {})).rejects.toThrow(
		'AssemblyAI did not carry out Speech Understanding (400: target_languages is missing)',
	);
});

test('a reply without what was asked for cannot be used', async () => {
	const { service } = scripted([], { always: jsonReply({ request_id: 'r-1' }) });
	await expect(understandTranscript(service, ID, request)).rejects.toThrow(
		/carry out Speech Understanding/,
	);
});
