import { ApiError, HaltedError, InputError } from '../../../../nodes/shared/api/core/errors';
import { limiterOf } from '../../../../nodes/shared/limiter';
import { submitOnce } from '../../../../nodes/shared/transcript/submitOnce';
import { failureOf } from '../../../support/unit/failureOf';
import { acceptedAs, memoryWith } from '../../../support/unit/memory';
import {
	ID,
	jobReply,
	jsonReply,
	refusal,
	textReply,
	unreachable,
} from '../../../support/unit/replies';
import { scripted } from '../../../support/unit/services/service';
import {
	URL_OF_UPLOAD,
	upload,
	notNeeded,
	accepted,
	sent,
	POST,
	GET,
} from '../../../support/unit/submissions';

describe('the first try', () => {
	test('submits the recording with its parameters and remembers the job', async () => {
		const { service, http } = scripted([accepted]);
		const memory = memoryWith();

		expect(await submitOnce(service, memory, upload)).toEqual({ id: ID, status: 'queued' });

		expect(http.requests[0]?.body).toEqual({
			kind: 'json',
			value: { audio_url: URL_OF_UPLOAD, speaker_labels: true },
		});
		expect(memory.all()).toMatchObject({ 'item 0': acceptedAs(ID) });
	});

	test('that fails before anything is sent remembers nothing', async () => {
		const { service } = scripted([]);
		const memory = memoryWith();
		const audioUrl = async () => {
			throw new InputError('no file');
		};
		await failureOf(submitOnce(service, memory, { ...upload, audioUrl }), InputError);
		expect(memory.all()).toMatchObject({});
	});

	test.each([
		['refused', refusal(400, 'Your current account balance is negative.'), 1],
		['rate limited for good', refusal(429, 'Too Many Requests'), 12],
		['unreachable for good', unreachable(), 4],
	])('that is %s remembers only the upload, and looks for nothing', async (_, always, posts) => {
		const { service, http } = scripted([], { always });
		const memory = memoryWith();
		await expect(submitOnce(service, memory, upload)).rejects.toThrow();
		expect(sent(http)).toEqual(Array(posts).fill(POST));
		expect(memory.all()).toMatchObject({
			'item 0': { stage: 'uploaded', audioUrl: URL_OF_UPLOAD },
		});
	});

	test('waits out a rate limit', async () => {
		const { service, http } = scripted([refusal(429, 'Too Many Requests'), accepted]);
		expect((await submitOnce(service, memoryWith(), upload)).id).toBe(ID);
		expect(sent(http)).toEqual([POST, POST]);
	});
});

describe('among many', () => {
	const works = Array.from({ length: 20 }, (_, index) => ({ ...upload, work: `item ${index}` }));

	test('a few are submitted at a time, each noted as sent only when its turn has come', async () => {
		const memory = memoryWith();
		let atOnce = 0;
		const { service, clock } = scripted([], {
			always: async () => {
				atOnce++;
				const isSent = Object.values(memory.all()).filter(({ stage }) => stage === 'sent');
				expect(isSent.length).toBeLessThanOrEqual(3);
				expect(atOnce).toBeLessThanOrEqual(3);
				await clock.passed(100);
				atOnce--;
				return accepted;
			},
		});
		const inTurn = limiterOf(3);
		await Promise.all(
			works.map(async (work) => await submitOnce(service, memory, { ...work, inTurn })),
		);
		expect(clock.elapsed()).toBe(700);
	});

	test('jobs of an earlier try are looked at a few at a time as well', async () => {
		let atOnce = 0;
		const { service, clock } = scripted([], {
			always: async () => {
				expect(++atOnce).toBeLessThanOrEqual(3);
				await clock.passed(100);
				atOnce--;
				return jobReply('queued');
			},
		});
		const memory = memoryWith(Object.fromEntries(works.map(({ work }) => [work, acceptedAs(ID)])));
		const inTurn = limiterOf(3);
		await Promise.all(
			works.map(async (work) => await submitOnce(service, memory, { ...work, inTurn })),
		);
		expect(clock.elapsed()).toBe(700);
	});

	test('whose turn comes after another item has failed is not submitted, but its upload is kept', async () => {
		const { service, http } = scripted([]);
		const memory = memoryWith();
		await failureOf(submitOnce(service, memory, { ...upload, isHalted: () => true }), HaltedError);
		expect(http.requests).toEqual([]);
		expect(memory.all()).toMatchObject({
			'item 0': { stage: 'uploaded', audioUrl: URL_OF_UPLOAD },
		});
	});
});

describe('a job remembered from an earlier try', () => {
	const memory = () =>
		memoryWith({ 'item 0': acceptedAs(ID), 'item 1': acceptedAs('of another item') });

	test.each(['queued', 'processing', 'completed'])('that is %s is taken up', async (status) => {
		const { service, http } = scripted([jobReply(status)]);
		expect((await submitOnce(service, memory(), notNeeded)).status).toBe(status);
		expect(sent(http)).toEqual([GET]);
	});

	test('that one machine does not know is taken up when another one does', async () => {
		const unknown = refusal(404, 'Not found');
		const { service, http } = scripted([unknown, unknown, jobReply('completed')]);
		expect((await submitOnce(service, memory(), notNeeded)).id).toBe(ID);
		expect(sent(http)).toEqual([GET, GET, GET]);
	});

	const deleted = refusal(400, 'Transcript lookup error, transcript id not found');
	const notThere = refusal(404, 'Not found');
	test.each([
		['ended in an error', [jobReply('error', { error: 'Server error' })]],
		['was deleted', [deleted, deleted, deleted]],
		['is not there at all', [notThere, notThere, notThere]],
	])('that %s is submitted anew', async (_, looks) => {
		const { service, http } = scripted([...looks, jsonReply({ id: 'new', status: 'queued' })]);
		const ids = memory();
		expect((await submitOnce(service, ids, upload)).id).toBe('new');
		expect(sent(http)).toEqual([...looks.map(() => GET), POST]);
		expect(ids.all()).toMatchObject({
			'item 0': acceptedAs('new'),
			'item 1': acceptedAs('of another item'),
		});
	});

	test.each([
		['is out of sight', textReply(503, '')],
		['is hidden by a proxy that is being set up', textReply(404, '404 page not found')],
		['may not be seen with this key', refusal(401, 'API token missing/invalid')],
		['is asked for in a wrong way', refusal(400, 'something else')],
	])('that %s is neither forgotten nor paid for again', async (_, always) => {
		const { service, http } = scripted([], { always });
		const ids = memory();
		const error = await failureOf(submitOnce(service, ids, notNeeded), ApiError);
		expect(error.facts.transcriptId).toBe(ID);
		expect(new Set(sent(http))).toEqual(new Set([GET]));
		expect(ids.get('item 0')).toMatchObject(acceptedAs(ID));
	});

	test.each([
		refusal(400, 'Transcript lookup error, transcript id not found'),
		refusal(404, 'Not found'),
	])('that was accepted minutes ago and is not known is not paid for again', async (look) => {
		const { service, http, clock } = scripted([look]);
		const accepted = { ...acceptedAs(ID), at: clock.now() - 9 * 60_000 };
		const ids = memoryWith({ 'item 0': accepted });
		expect(await submitOnce(service, ids, notNeeded)).toEqual({ id: ID, status: 'queued' });
		expect(sent(http)).toEqual([GET]);
		expect(ids.get('item 0')).toEqual(accepted);
	});

	test('is another one for another recording', async () => {
		const { service, http } = scripted([jsonReply({ id: 'new', status: 'queued' })]);
		await submitOnce(service, memory(), { ...upload, work: 'item 2' });
		expect(sent(http)).toEqual([POST]);
	});
});
