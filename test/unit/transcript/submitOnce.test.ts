import { ApiError } from '../../../nodes/shared/api/errors/ApiError';
import { CanceledError } from '../../../nodes/shared/api/errors/CanceledError';
import { ConnectionError } from '../../../nodes/shared/api/errors/ConnectionError';
import { InputError } from '../../../nodes/shared/api/errors/InputError';
import { submitOnce, type Submission } from '../../../nodes/shared/transcript/submitOnce';
import { failureOf } from '../support/failureOf';
import { acceptedAs, memoryWith } from '../support/memory';
import {
	ID,
	jobReply,
	jsonReply,
	lost,
	refusal,
	textReply,
	timedOut,
	unreachable,
} from '../support/replies';
import type { ScriptedHttp } from '../support/scriptedHttp';
import { scripted } from '../support/service';

const URL_OF_UPLOAD = 'https://cdn.test/upload/1';
const upload: Submission = {
	work: 'item 0',
	audioUrl: async () => URL_OF_UPLOAD,
	isUpload: true,
	parameters: { speaker_labels: true },
};
const ownUrl: Submission = { ...upload, isUpload: false };
const notNeeded: Submission = {
	...upload,
	audioUrl: async () => {
		throw new Error('nothing should be uploaded');
	},
};
const accepted = jobReply('queued');
const pageOf = (...jobs: Array<[id: string, audioUrl: string]>) =>
	jsonReply({
		page_details: { prev_url: null },
		transcripts: jobs.map(([id, audio_url]) => ({
			...{ id, audio_url, status: 'queued', created: '2026-11-22T10:00:00' },
		})),
	});
const nothingListed = pageOf(['other', 'https://cdn.test/upload/2']);

const sent = ({ requests }: ScriptedHttp) =>
	requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`);
const POST = 'POST /v2/transcript';
const LIST = 'GET /v2/transcript';
const GET = `GET /v2/transcript/${ID}`;

describe('the first try', () => {
	test('submits the recording with its parameters and remembers the job', async () => {
		const { service, http } = scripted([accepted]);
		const memory = memoryWith();

		expect(await submitOnce(service, memory, upload)).toEqual({ id: ID, status: 'queued' });

		expect(http.requests[0]?.body).toEqual({
			kind: 'json',
			value: { audio_url: URL_OF_UPLOAD, speaker_labels: true },
		});
		expect(memory.all()).toEqual({ 'item 0': acceptedAs(ID) });
	});

	test('that fails before anything is sent remembers nothing', async () => {
		const { service } = scripted([]);
		const memory = memoryWith();
		const audioUrl = async () => {
			throw new InputError('no file');
		};
		await failureOf(submitOnce(service, memory, { ...upload, audioUrl }), InputError);
		expect(memory.all()).toEqual({});
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

describe('a job remembered from an earlier try', () => {
	const memory = () =>
		memoryWith({ 'item 0': acceptedAs(ID), 'item 1': acceptedAs('of another item') });

	test.each(['queued', 'processing', 'completed'])('that is %s is taken up', async (status) => {
		const { service, http } = scripted([jobReply(status)]);
		expect((await submitOnce(service, memory(), notNeeded)).status).toBe(status);
		expect(sent(http)).toEqual([GET]);
	});

	test.each([
		['ended in an error', jobReply('error', { error: 'Server error' })],
		['was deleted', refusal(400, 'Transcript lookup error, transcript id not found')],
		['is not there at all', refusal(404, 'Not found')],
	])('that %s is submitted anew', async (_, look) => {
		const { service, http } = scripted([look, jsonReply({ id: 'new', status: 'queued' })]);
		const ids = memory();
		expect((await submitOnce(service, ids, upload)).id).toBe('new');
		expect(sent(http)).toEqual([GET, POST]);
		expect(ids.all()).toEqual({
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
		expect(ids.recall('item 0')).toEqual(acceptedAs(ID));
	});

	test('is another one for another recording', async () => {
		const { service, http } = scripted([jsonReply({ id: 'new', status: 'queued' })]);
		await submitOnce(service, memory(), { ...upload, work: 'item 2' });
		expect(sent(http)).toEqual([POST]);
	});
});

const doubtful = [
	['a lost reply', lost()],
	['a reply that did not come in time', timedOut()],
	['a fault of the service', textReply(500, '')],
	['a gateway that gave up', textReply(504, '')],
	['a request that timed out at the service', textReply(408, '')],
	['a reply cut off on its way', textReply(200, '{"id":"9ea6')],
	['a redirect', textReply(302, '')],
] as const;

describe.each(doubtful)('after %s', (_, doubt) => {
	test('the job of an upload is found by its URL', async () => {
		const { service, http } = scripted([
			doubt,
			pageOf(['other', 'https://cdn.test/upload/2'], [ID, URL_OF_UPLOAD]),
			jobReply('processing'),
		]);
		const memory = memoryWith();

		expect(await submitOnce(service, memory, upload)).toMatchObject({ id: ID });

		expect(sent(http)).toEqual([POST, LIST, GET]);
		expect(memory.recall('item 0')).toEqual(acceptedAs(ID));
	});

	test('the job of an upload is found as soon as it is listed', async () => {
		const { service, http } = scripted([
			...[doubt, nothingListed, nothingListed, pageOf([ID, URL_OF_UPLOAD])],
			jobReply('processing'),
		]);
		await submitOnce(service, memoryWith(), upload);
		expect(sent(http)).toEqual([POST, LIST, LIST, LIST, GET]);
	});

	test('a recording that is not listed within seconds is submitted again', async () => {
		const { service, http, clock } = scripted([
			...[doubt, nothingListed, nothingListed, nothingListed],
			accepted,
		]);
		const memory = memoryWith();
		expect((await submitOnce(service, memory, upload)).id).toBe(ID);
		expect(sent(http)).toEqual([POST, LIST, LIST, LIST, POST]);
		expect(clock.elapsed()).toBeGreaterThanOrEqual(4000);
		expect(memory.recall('item 0')).toEqual(acceptedAs(ID));
	});

	test("a user's own URL fails and names the candidates", async () => {
		const page = pageOf([ID, URL_OF_UPLOAD], ['older', URL_OF_UPLOAD], ['other', 'https://x.test']);
		const { service, http } = scripted([doubt, page]);

		const error = await failureOf(submitOnce(service, memoryWith(), ownUrl), ConnectionError);

		expect(sent(http)).toEqual([POST, LIST]);
		expect(error.facts.transcriptId).toBe(ID);
		expect(error.facts.hint).toContain(
			`the same URL: ${ID} (queued, created 2026-11-22T10:00:00), older (queued, created 2026-11-22T10:00:00).`,
		);
	});

	test("a user's own URL that is not listed is submitted again", async () => {
		const { service, http } = scripted([
			...[doubt, nothingListed, nothingListed, nothingListed],
			accepted,
		]);
		await submitOnce(service, memoryWith(), ownUrl);
		expect(sent(http)).toEqual([POST, LIST, LIST, LIST, POST]);
	});
});

test('of many candidates only the newest five are named', async () => {
	const ids = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'];
	const page = pageOf(...ids.map((id): [string, string] => [id, URL_OF_UPLOAD]));
	const error = await failureOf(
		submitOnce(scripted([lost(), page]).service, memoryWith(), ownUrl),
		ConnectionError,
	);
	expect(ids.filter((id) => error.facts.hint?.includes(`${id} (`))).toEqual(ids.slice(0, 5));
});

test('a found job whose fetching fails is named, and taken up by the next try', async () => {
	const page = pageOf([ID, URL_OF_UPLOAD]);
	const down = textReply(503, '');
	const { service } = scripted([lost(), page, down, down, down, down, jobReply('completed')]);
	const memory = memoryWith();

	const error = await failureOf(submitOnce(service, memory, upload), ApiError);
	expect(error.facts.transcriptId).toBe(ID);

	expect((await submitOnce(service, memory, notNeeded)).status).toBe('completed');
});

describe('a second lost reply', () => {
	test('is looked for as well', async () => {
		const { service, http } = scripted([
			...[lost(), nothingListed, nothingListed, nothingListed],
			...[lost(), pageOf([ID, URL_OF_UPLOAD]), jobReply('processing')],
		]);
		expect((await submitOnce(service, memoryWith(), upload)).id).toBe(ID);
		expect(sent(http)).toEqual([POST, LIST, LIST, LIST, POST, LIST, GET]);
	});

	test('without a job listed is the end of this try', async () => {
		const { service, http } = scripted([
			...[lost(), nothingListed, nothingListed, nothingListed],
			...[lost(), nothingListed, nothingListed, nothingListed],
		]);
		await failureOf(submitOnce(service, memoryWith(), upload), ConnectionError);
		expect(sent(http)).toEqual([POST, LIST, LIST, LIST, POST, LIST, LIST, LIST]);
	});
});

describe('an earlier try that ended in doubt', () => {
	/** A first try whose reply is lost and whose list cannot be read. */
	const afterDoubt = async (submission: Submission, steps: Parameters<typeof scripted>[0]) => {
		const { service, http } = scripted([lost(), timedOut(), ...steps]);
		const memory = memoryWith();
		await failureOf(submitOnce(service, memory, submission), ConnectionError);
		return { service, http, memory };
	};

	test('the job of an upload is found, and nothing uploaded again', async () => {
		const { service, http, memory } = await afterDoubt(upload, [
			pageOf([ID, URL_OF_UPLOAD]),
			jobReply('processing'),
		]);
		expect((await submitOnce(service, memory, notNeeded)).id).toBe(ID);
		expect(sent(http)).toEqual([POST, LIST, LIST, GET]);
		expect(memory.all()).toEqual({ 'item 0': acceptedAs(ID) });
	});

	test('a found job that ended in an error is submitted anew', async () => {
		const { service, memory } = await afterDoubt(upload, [
			pageOf([ID, URL_OF_UPLOAD]),
			jobReply('error'),
			jsonReply({ id: 'new', status: 'queued' }),
		]);
		expect((await submitOnce(service, memory, upload)).id).toBe('new');
		expect(memory.all()).toEqual({ 'item 0': acceptedAs('new') });
	});

	test('a recording that is not listed is uploaded and submitted again', async () => {
		const { service, http, memory } = await afterDoubt(upload, [
			...[nothingListed, nothingListed, nothingListed],
			accepted,
		]);
		expect((await submitOnce(service, memory, upload)).id).toBe(ID);
		expect(sent(http)).toEqual([POST, LIST, LIST, LIST, LIST, POST]);
		expect(memory.all()).toEqual({ 'item 0': acceptedAs(ID) });
	});

	test("a user's own URL is not submitted again while it is listed", async () => {
		const { service, http, memory } = await afterDoubt(ownUrl, [pageOf([ID, URL_OF_UPLOAD])]);
		const error = await failureOf(submitOnce(service, memory, ownUrl), ConnectionError);
		expect(error.facts.transcriptId).toBe(ID);
		expect(sent(http)).toEqual([POST, LIST, LIST]);
	});

	test('another recording is not concerned', async () => {
		const { service, http, memory } = await afterDoubt(upload, [accepted]);
		await submitOnce(service, memory, { ...upload, work: 'item 1' });
		expect(sent(http)).toEqual([POST, LIST, POST]);
	});
});

describe('canceled', () => {
	test('while it is submitted, nothing more is asked, and a retry looks for the job', async () => {
		const stop = new AbortController();
		const { service, http } = scripted(
			[
				async () => {
					stop.abort();
					throw lost();
				},
				pageOf([ID, URL_OF_UPLOAD]),
				jobReply('processing'),
			],
			{ signal: stop.signal },
		);
		const memory = memoryWith();
		await failureOf(submitOnce(service, memory, upload), CanceledError);
		expect(sent(http)).toEqual([POST]);

		const retried = { ...service, signal: undefined };
		expect((await submitOnce(retried, memory, notNeeded)).id).toBe(ID);
	});

	test('together with the reply, the job is remembered', async () => {
		const stop = new AbortController();
		const { service } = scripted(
			[
				async () => {
					stop.abort();
					return accepted;
				},
			],
			{ signal: stop.signal },
		);
		const memory = memoryWith();
		await submitOnce(service, memory, upload);
		expect(memory.all()).toEqual({ 'item 0': acceptedAs(ID) });
	});

	test('before it is submitted, there is nothing to look for', async () => {
		const { service, http } = scripted([], { signal: AbortSignal.abort() });
		const memory = memoryWith();
		await failureOf(submitOnce(service, memory, upload), CanceledError);
		expect(sent(http)).toEqual([]);
		expect(memory.all()).toMatchObject({ 'item 0': { stage: 'uploaded' } });
	});

	test('while the lost job is looked for, it ends at once', async () => {
		const stop = new AbortController();
		const { service, http, clock } = scripted([lost(), nothingListed], { signal: stop.signal });
		clock.at(1000, () => stop.abort());
		await failureOf(submitOnce(service, memoryWith(), upload), CanceledError);
		expect(clock.elapsed()).toBe(1000);
		expect(sent(http)).toEqual([POST, LIST]);
	});
});
