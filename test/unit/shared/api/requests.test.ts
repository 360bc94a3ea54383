import { createChatCompletion } from '../../../../nodes/shared/api/chatCompletions';
import { InputError, InvalidReplyError } from '../../../../nodes/shared/api/core/errors';
import { listModels, supports } from '../../../../nodes/shared/api/models';
import { KnownModels } from '../../../../nodes/shared/gateway/models/knownModels';
import {
	createTranscript,
	deleteTranscript,
	getTranscript,
	listTranscripts,
} from '../../../../nodes/shared/api/transcripts';
import { getParagraphs, getRedactedAudioUrl } from '../../../../nodes/shared/api/transcriptParts';
import { uploadFile } from '../../../../nodes/shared/api/uploads';
import { failureOf } from '../../../support/unit/failureOf';
import { ID, jobReply, jsonReply, lost, textReply } from '../../../support/unit/replies';
import { scripted } from '../../../support/unit/services/service';

test('an upload sends the bytes and gives the URL of the file', async () => {
	const { service, http } = scripted([jsonReply({ upload_url: 'https://cdn.test/upload/1' })]);
	const content = new Uint8Array([1, 2, 3]);

	const url = await uploadFile(service, {
		open: async () => ({ kind: 'binary', content, byteLength: 3 }),
		byteLength: 3,
	});

	expect(url).toBe('https://cdn.test/upload/1');
	expect(http.requests).toMatchObject([
		{
			method: 'POST',
			url: 'http://stt.test/v2/upload',
			body: { kind: 'binary', content, byteLength: 3 },
		},
	]);
});

test('an upload has time enough for the largest file on a slow line', async () => {
	const { service, http } = scripted([jsonReply({ upload_url: 'x' })]);
	await uploadFile(service, {
		open: async () => ({ kind: 'binary', content: new Uint8Array() }),
		byteLength: 2.2e9,
	});
	const secondsAtOneMegabit = (2.2e9 * 8) / 1e6;
	expect(http.requests[0]?.timeoutMs).toBeGreaterThan(secondsAtOneMegabit * 1000);
});

test('a submission sends its parameters as JSON', async () => {
	const { service, http } = scripted([jobReply('queued', { project_id: 7 })]);
	const parameters = { audio_url: 'https://example.com/a.mp3', speaker_labels: true };

	// What the schema does not describe passes through as well.
	expect(await createTranscript(service, parameters)).toEqual({
		id: ID,
		status: 'queued',
		project_id: 7,
	});
	expect(http.requests).toMatchObject([
		{
			method: 'POST',
			url: 'http://stt.test/v2/transcript',
			body: { kind: 'json', value: parameters },
		},
	]);
});

describe('an id that is none', () => {
	test.each([
		...['.', '..', '', ' ', '../upload?x=1', '..%2Fupload', 'a/b', 'a b', 'a.b', 'é', 'a\nb'],
		'x'.repeat(129),
	])('is refused before anything is sent: %j', async (id) => {
		for (const ask of [getTranscript, deleteTranscript, getParagraphs, getRedactedAudioUrl]) {
			const { service, http } = scripted([]);
			const error = await failureOf(ask(service, id), InputError);
			expect(error.message).toMatch(/^".*…?" is not a transcript ID$/);
			expect(http.requests).toEqual([]);
		}
	});

	test('is named, and cut where it is long', async () => {
		const messageFor = async (id: string) =>
			(await failureOf(getTranscript(scripted([]).service, id), InputError)).message;
		expect(await messageFor('../upload')).toBe('"../upload" is not a transcript ID');
		expect(await messageFor('{'.repeat(5000))).toBe(`"${'{'.repeat(60)}…" is not a transcript ID`);
	});

	test('is not one with blanks around it', async () => {
		const { service, http } = scripted([jobReply('completed')]);
		expect((await getTranscript(service, ` ${ID}\n`)).id).toBe(ID);
		expect(http.requests[0]?.url).toBe(`http://stt.test/v2/transcript/${ID}`);
	});
});

test('another transcript than the one asked for is not accepted', async () => {
	const { service } = scripted([jsonReply({ id: 'another', status: 'completed', text: 'Hi.' })]);
	const error = await failureOf(getTranscript(service, ID), InvalidReplyError);
	expect(error.message).toBe(
		`AssemblyAI was asked for the transcript ${ID} and sent another one, another`,
	);
	expect(error.facts).toEqual({
		transcriptId: ID,
		hint: expect.stringContaining('Nothing of it was used'),
	});
});

test('an id in capitals is the same', async () => {
	const { service } = scripted([jobReply('completed')]);
	expect((await getTranscript(service, ID.toUpperCase())).id).toBe(ID);
});

test.each([
	['without an id', { status: 'queued' }],
	['with an empty id', { id: '', status: 'queued' }],
	['without a status', { id: ID }],
])('a transcript %s is not accepted', async (_, body) => {
	await failureOf(getTranscript(scripted([jsonReply(body)]).service, ID), InvalidReplyError);
});

test('a transcript full of nulls is', async () => {
	const body = {
		...{ id: ID, status: 'completed', text: '', words: [], utterances: null, confidence: null },
		...{ audio_duration: null, language_code: null, error: null, metadata: null },
	};
	expect(await getTranscript(scripted([jsonReply(body)]).service, ID)).toEqual(body);
});

test('a page of transcripts is asked for by what is set, and nothing else', async () => {
	const page = jsonReply({ page_details: { prev_url: null }, transcripts: [] });
	const { service, http } = scripted([], { always: page });

	await listTranscripts(service, { limit: 10 });
	await listTranscripts(service, {
		...{ limit: 5, beforeId: ID, createdOn: '2026-11-22', status: 'completed' },
	});

	expect(http.requests.map(({ query }) => query)).toEqual([
		{ limit: 10 },
		{ limit: 5, before_id: ID, created_on: '2026-11-22', status: 'completed' },
	]);
});

describe('models', () => {
	const model = { id: 'm', name: null, context_length: null, supported_parameters: null };

	test('lists that are null are read', async () => {
		expect(await listModels(scripted([jsonReply({ data: [model] })]).service)).toEqual([model]);
		expect(await listModels(scripted([jsonReply({ data: null })]).service)).toEqual([]);
	});

	test('whether a model takes a parameter is unknown where the list does not tell', () => {
		expect(supports({ id: 'm', supported_parameters: ['temperature'] }, 'temperature')).toBe(true);
		expect(supports({ id: 'm', supported_parameters: [] }, 'temperature')).toBe(false);
		expect(supports(model, 'temperature')).toBeUndefined();
		expect(supports(undefined, 'temperature')).toBeUndefined();
	});

	test('what is known of models is asked once for all items of a run', async () => {
		const { service, http } = scripted([jsonReply({ data: [model] })]);
		const models = new KnownModels(service);
		await Promise.all([models.read(), models.read()]);
		expect(models.list).toEqual([model]);
		expect(models.of(model.id)).toEqual(model);
		expect(http.requests).toHaveLength(1);
	});

	test('no model is known when the list cannot be read', async () => {
		const { service } = scripted([], { always: textReply(404, '<html>Not Found</html>') });
		const models = new KnownModels(service);
		await models.read();
		expect(models.list).toEqual([]);
	});
});

describe('a chat completion', () => {
	const ask = async (...steps: Parameters<typeof scripted>[0]) =>
		await createChatCompletion(scripted(steps).service, {
			model: 'm',
			messages: [{ role: 'user', content: 'Hello' }],
			max_tokens: 100,
		});
	const choice = (content: unknown, finish_reason: string | null = 'stop') => ({
		message: { role: 'assistant', content },
		finish_reason,
	});

	test('is the text, the model, the request id and the usage', async () => {
		const reply = {
			...{ request_id: 'req_1', model: 'm-1', choices: [choice('Paris.')] },
			usage: { input_tokens: 24, output_tokens: 8 },
		};
		expect(await ask(jsonReply(reply))).toEqual({
			...{ text: 'Paris.', isCutOff: false, refusal: undefined, model: 'm-1' },
			...{ requestId: 'req_1', inputTokens: 24, outputTokens: 8 },
		});
	});

	test.each([
		['split over choices', [choice('Par'), choice('is.')], 'Paris.'],
		['in parts', [choice([{ type: 'text', text: 'Par' }, { text: 'is.' }])], 'Paris.'],
		['with parts that are no text', [choice([{ type: 'image' }, { text: null }])], ''],
		['null beside a real one', [choice(null), choice('Paris.')], 'Paris.'],
		['missing', [{ finish_reason: 'stop' }], ''],
		['no list at all', null, ''],
	])('whose content is %s', async (_, choices, text) => {
		expect(await ask(jsonReply({ choices }))).toMatchObject({ text, inputTokens: 0 });
	});

	test.each([
		['length', true],
		['max_tokens', true],
		['MAX_TOKENS', true],
		['stop', false],
		['end_turn', false],
		[null, false],
	])('that ended for the reason %s is cut off: %s', async (reason, isCutOff) => {
		expect((await ask(jsonReply({ choices: [choice('x', reason)] }))).isCutOff).toBe(isCutOff);
	});

	test('is asked for again after a fault', async () => {
		expect(await ask(lost(), textReply(502, ''), jsonReply({ choices: [choice('x')] }))).toEqual(
			expect.objectContaining({ text: 'x' }),
		);
	});

	test('tells why a model declined', async () => {
		const declined = { message: { content: null, refusal: 'I cannot do that.' } };
		expect((await ask(jsonReply({ choices: [declined] }))).refusal).toBe('I cannot do that.');
	});
});

test('an upload that gets no answer does not hold a small file for hours', async () => {
	const { service, http } = scripted([jsonReply({ upload_url: 'x' })]);
	await uploadFile(service, {
		open: async () => ({ kind: 'binary', content: new Uint8Array() }),
		byteLength: 500_000,
	});
	expect(http.requests[0]?.timeoutMs).toBeLessThan(180_000);
});

test('a job whose ID is none is not taken, since nothing could be asked of it', async () => {
	const { service } = scripted([jsonReply({ id: 'a b', status: 'queued' })]);
	const error = await failureOf(createTranscript(service, { audio_url: 'x' }), InvalidReplyError);
	expect(error.message).toBe(
		'AssemblyAI was asked to accept the recording and named the transcript "a b", which is not a transcript ID',
	);
	expect(error.facts.hint).toContain('no proxy or cache');
});

test.each([
	['a sentence', 'no audio', 'no audio'],
	['an object', { code: 7 }, '{"code":7}'],
	['a number', 7, '7'],
	['null', null, null],
])('the reason of a failed job is told where it is %s', async (_, error, told) => {
	const { service } = scripted([jobReply('error', { error })]);
	expect((await getTranscript(service, ID)).error).toBe(told);
});
