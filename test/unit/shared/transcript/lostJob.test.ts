import {
	ApiError,
	CanceledError,
	ConnectionError,
	RedirectError,
} from '../../../../nodes/shared/api/core/errors';
import { submitOnce, type Submission } from '../../../../nodes/shared/transcript/submitOnce';
import { failureOf } from '../../../support/unit/failureOf';
import { acceptedAs, memoryWith } from '../../../support/unit/memory';
import {
	ID,
	jobReply,
	jsonReply,
	lost,
	refusal,
	textReply,
	timedOut,
} from '../../../support/unit/replies';
import { scripted } from '../../../support/unit/services/service';
import {
	URL_OF_UPLOAD,
	upload,
	ownUrl,
	notNeeded,
	accepted,
	pageOf,
	nothingListed,
	sent,
	POST,
	LIST,
	LISTS,
	neverListed,
	GET,
} from '../../../support/unit/submissions';

const doubtful = [
	['a lost reply', lost()],
	['a reply that did not come in time', timedOut()],
	['a fault of the service', textReply(500, '')],
	['a gateway that gave up', textReply(504, '')],
	['a request that timed out at the service', textReply(408, '')],
	['a reply cut off on its way', textReply(200, '{"id":"9ea6')],
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
		expect(memory.get('item 0')).toMatchObject(acceptedAs(ID));
	});

	test('the job of an upload is found as soon as it is listed', async () => {
		const { service, http } = scripted([
			...[doubt, nothingListed, nothingListed, pageOf([ID, URL_OF_UPLOAD])],
			jobReply('processing'),
		]);
		await submitOnce(service, memoryWith(), upload);
		expect(sent(http)).toEqual([POST, LIST, LIST, LIST, GET]);
	});

	test('a recording that is not listed within two minutes is submitted again', async () => {
		const { service, http, clock } = scripted([...[doubt, ...neverListed], accepted]);
		const memory = memoryWith();
		expect((await submitOnce(service, memory, upload)).id).toBe(ID);
		expect(sent(http)).toEqual([POST, ...LISTS, POST]);
		expect(clock.elapsed()).toBeGreaterThanOrEqual(120_000);
		expect(memory.get('item 0')).toMatchObject(acceptedAs(ID));
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
		const { service, http } = scripted([...[doubt, ...neverListed], accepted]);
		await submitOnce(service, memoryWith(), ownUrl);
		expect(sent(http)).toEqual([POST, ...LISTS, POST]);
	});
});

test('a redirect proves that there is no job: none is looked for, and nothing is uploaded again', async () => {
	const { service, http } = scripted([textReply(307, ''), accepted]);
	const memory = memoryWith();

	await failureOf(submitOnce(service, memory, upload), RedirectError);
	expect(sent(http)).toEqual([POST]);

	expect((await submitOnce(service, memory, notNeeded)).id).toBe(ID);
	expect(sent(http)).toEqual([POST, POST]);
});

test('a look that began before two minutes were over and took until then is not the last one', async () => {
	const { service, http } = scripted([
		...[lost(), ...neverListed.slice(2)],
		...[refusal(429, 'Too Many Requests', { 'retry-after': '59' }), nothingListed],
		...[pageOf([ID, URL_OF_UPLOAD]), jobReply('processing')],
	]);
	await submitOnce(service, memoryWith(), upload);
	expect(sent(http)).toEqual([POST, ...LISTS, LIST, GET]);
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
			...[lost(), ...neverListed],
			...[lost(), pageOf([ID, URL_OF_UPLOAD]), jobReply('processing')],
		]);
		expect((await submitOnce(service, memoryWith(), upload)).id).toBe(ID);
		expect(sent(http)).toEqual([POST, ...LISTS, POST, LIST, GET]);
	});

	test('without a job listed is the end of this try', async () => {
		const { service, http } = scripted([...[lost(), ...neverListed], ...[lost(), ...neverListed]]);
		await failureOf(submitOnce(service, memoryWith(), upload), ConnectionError);
		expect(sent(http)).toEqual([POST, ...LISTS, POST, ...LISTS]);
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
		expect(memory.all()).toMatchObject({ 'item 0': acceptedAs(ID) });
	});

	test('a found job that ended in an error is submitted anew', async () => {
		const { service, memory } = await afterDoubt(upload, [
			pageOf([ID, URL_OF_UPLOAD]),
			jobReply('error'),
			jsonReply({ id: 'new', status: 'queued' }),
		]);
		expect((await submitOnce(service, memory, upload)).id).toBe('new');
		expect(memory.all()).toMatchObject({ 'item 0': acceptedAs('new') });
	});

	test('a recording that is not listed is uploaded and submitted again', async () => {
		const { service, http, memory } = await afterDoubt(upload, [...neverListed, accepted]);
		expect((await submitOnce(service, memory, upload)).id).toBe(ID);
		expect(sent(http)).toEqual([POST, LIST, ...LISTS, POST]);
		expect(memory.all()).toMatchObject({ 'item 0': acceptedAs(ID) });
	});

	test('hours ago is looked for once: the job would be listed by now', async () => {
		const { service, http } = scripted([nothingListed, accepted]);
		const at = service.clock.now() - 3 * 60 * 60 * 1000;
		const memory = memoryWith({ 'item 0': { stage: 'sent', audioUrl: URL_OF_UPLOAD, at } });
		await submitOnce(service, memory, notNeeded);
		expect(sent(http)).toEqual([LIST, POST]);
	});

	test('just now, without the reply having been waited for, is looked for as long as it may be under way', async () => {
		const { service, http, clock } = scripted([...neverListed, accepted]);
		const at = clock.now() - 30_000;
		const memory = memoryWith({ 'item 0': { stage: 'sent', audioUrl: URL_OF_UPLOAD, at } });
		await submitOnce(service, memory, notNeeded);
		expect(clock.elapsed()).toBe(120_000);
		expect(sent(http).at(-1)).toBe(POST);
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
		expect(memory.all()).toMatchObject({ 'item 0': acceptedAs(ID) });
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
