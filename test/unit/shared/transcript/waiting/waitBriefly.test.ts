import { TranscriptFailedError } from '../../../../../nodes/shared/api/core/errors';
import { waitBriefly } from '../../../../../nodes/shared/transcript/waiting/waitBriefly';
import { failureOf } from '../../../../support/unit/failureOf';
import { ID, jobReply, refusal } from '../../../../support/unit/replies';
import { scripted } from '../../../../support/unit/services/service';

const job = (status: string, more = {}) => ({ id: ID, status, ...more });
const LOOKS = { timeLimitMs: 10_000 };

test('a job that is finished is its transcript, without a look', async () => {
	const { service, http } = scripted([]);
	const finished = job('completed', { text: 'Hello.' });
	expect(await waitBriefly(service, finished, LOOKS)).toEqual(finished);
	expect(http.requests).toEqual([]);
});

test('a job that has failed is thrown, without a look', async () => {
	const { service, http } = scripted([]);
	const failed = job('error', { error: 'Audio duration is too short.' });
	await failureOf(waitBriefly(service, failed, LOOKS), TranscriptFailedError);
	expect(http.requests).toEqual([]);
});

test('a job that ends meanwhile is its transcript', async () => {
	const { service } = scripted([
		jobReply('processing'),
		jobReply('completed', { text: 'Hello.', confidence: 0.9 }),
	]);
	expect(await waitBriefly(service, job('queued', { language_code: 'en' }), LOOKS)).toEqual(
		job('completed', { text: 'Hello.', confidence: 0.9 }),
	);
});

test('a job that goes on is as it was known, with the status that was seen last', async () => {
	const { service, clock } = scripted(Array(60).fill(jobReply('processing')));
	expect(await waitBriefly(service, job('queued', { language_code: 'en' }), LOOKS)).toEqual(
		job('processing', { language_code: 'en' }),
	);
	expect(clock.elapsed()).toBeGreaterThanOrEqual(9_000);
	expect(clock.elapsed()).toBeLessThan(25_000);
});

test('whatever else goes wrong is thrown', async () => {
	const { service } = scripted([], {
		always: refusal(401, 'Authentication error, API token missing/invalid'),
	});
	const error = await failureOf(waitBriefly(service, job('queued'), LOOKS), Error);
	expect(error.message).toContain('token missing/invalid');
});
