import {
	CanceledError,
	HaltedError,
	InvalidReplyError,
	WaitTimeoutError,
} from '../../../../../nodes/shared/api/core/errors';
import { waitForRedactedAudio } from '../../../../../nodes/shared/transcript/waiting/waitForRedactedAudio';
import { failureOf } from '../../../../support/unit/failureOf';
import { ID, jsonReply, textReply } from '../../../../support/unit/replies';
import { scripted } from '../../../../support/unit/services/service';

const notYet = textReply(202, '');
const ready = jsonReply({ status: 'redacted_audio_ready', redacted_audio_url: 'https://files/a' });
const wait = { timeLimitMs: 60_000, isHalted: () => false };

test('looks at once and again until it is there', async () => {
	const { service, http, clock } = scripted([notYet, textReply(202, '{"status":"x"}'), ready]);

	expect(await waitForRedactedAudio(service, ID, wait)).toBe('https://files/a');
	expect(http.requests.map(({ url }) => url)).toEqual(
		Array.from({ length: 3 }, () => `http://stt.test/v2/transcript/${ID}/redacted-audio`),
	);
	expect(clock.pauses).toHaveLength(2);
});

test('ends at the time limit, with a last look at it', async () => {
	const { service, http, clock } = scripted([], { always: notYet });

	await failureOf(waitForRedactedAudio(service, ID, wait), WaitTimeoutError);
	expect(clock.elapsed()).toBe(60_000);
	expect(http.requests.at(-1)?.at).toBe(clock.now());
});

test('ends when another item of the run failed', async () => {
	const { service } = scripted([notYet]);
	await failureOf(
		waitForRedactedAudio(service, ID, { ...wait, isHalted: () => true }),
		HaltedError,
	);
});

test('ends as soon as the user stops the execution', async () => {
	const stop = new AbortController();
	const { service, clock, http } = scripted([notYet], { signal: stop.signal });
	clock.at(100, () => stop.abort());

	await failureOf(waitForRedactedAudio(service, ID, wait), CanceledError);
	expect(http.requests).toHaveLength(1);
});

test('a reply without an address is not waited over', async () => {
	const { service } = scripted([jsonReply({ status: 'redacted_audio_ready' })]);
	await failureOf(waitForRedactedAudio(service, ID, wait), InvalidReplyError);
});
