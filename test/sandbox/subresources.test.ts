import { startSandbox, type Sandbox } from '../../sandbox/index';
import {
	call,
	CALL_AUDIO,
	field,
	recordingsFolder,
	transcribed,
	upload,
} from '../support/sandbox/client';

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox({ recordingsFolders: [await recordingsFolder()] });
});
afterEach(async () => await sandbox.close());

async function transcriptPath(parameters: Record<string, unknown> = {}): Promise<string> {
	const { json } = await transcribed(sandbox, CALL_AUDIO, parameters);
	return `/v2/transcript/${field(json, 'id')}`;
}

it('sentences end at full stops and name their speaker only where asked to', async () => {
	const labelled = await call(
		sandbox,
		'GET',
		`${await transcriptPath({ speaker_labels: true })}/sentences`,
	);
	const sentences = field(labelled.json, 'sentences');
	expect(sentences).toHaveLength(8);
	expect(field(sentences, 2)).toMatchObject({
		text: 'Hi, I would like to know what the map update for my car costs.',
		start: 4300,
		speaker: 'B',
	});
	const plain = await call(sandbox, 'GET', `${await transcriptPath()}/sentences`);
	expect(field(plain.json, 'sentences', 2, 'speaker')).toBeNull();
});

it('paragraphs hold all that was said and no speakers', async () => {
	const target = await transcriptPath({ speaker_labels: true });
	const { json } = await call(sandbox, 'GET', `${target}/paragraphs`);
	const paragraphs = field(json, 'paragraphs');
	const texts = Array.isArray(paragraphs) ? paragraphs.map((part) => field(part, 'text')) : [];
	expect(texts.join(' ')).toBe(field((await call(sandbox, 'GET', target)).json, 'text'));
	expect(field(paragraphs, 0)).not.toHaveProperty('speaker');
	expect(texts).toHaveLength(4);
});

describe('subtitles', () => {
	it('in SubRip, cut at whole words', async () => {
		const reply = await call(sandbox, 'GET', `${await transcriptPath()}/srt?chars_per_caption=32`);
		expect(reply.headers['content-type']).toContain('text/plain');
		expect(reply.text).toMatch(
			/^1\n00:00:00,100 --> 00:00:0\d,\d{3}\nThank you for calling Harbor\n\n2\n/,
		);
		const captions = reply.text.split('\n').filter((line) => /[a-z]/i.test(line));
		expect(Math.max(...captions.map(({ length }) => length))).toBeLessThanOrEqual(32);
	});

	it('in WebVTT', async () => {
		const { text } = await call(sandbox, 'GET', `${await transcriptPath()}/vtt`);
		expect(text).toMatch(/^WEBVTT\n\n00:00\.100 --> 00:0\d\.\d{3}\nThank you for calling /);
	});

	it('of an unknown kind are an HTML page; a wrong length is refused', async () => {
		const target = await transcriptPath();
		const unknown = await call(sandbox, 'GET', `${target}/ass`);
		expect(unknown.status).toBe(404);
		expect(unknown.headers['content-type']).toContain('text/html');
		expect((await call(sandbox, 'GET', `${target}/srt?chars_per_caption=x`)).status).toBe(400);
	});
});

describe('word search', () => {
	it('finds words and phrases whatever their case and punctuation', async () => {
		const target = await transcriptPath();
		const { json } = await call(
			sandbox,
			'GET',
			`${target}/word-search?words=MAP,harbor%20point,zebra`,
		);
		expect(json).toMatchObject({
			total_count: 3,
			matches: [
				{ text: 'map', count: 2 },
				{ text: 'harbor point', count: 1, indexes: [4] },
			],
		});
		expect(field(json, 'matches', 1, 'timestamps', 0, 0)).toBeGreaterThan(100);
	});

	it('refuses long phrases', async () => {
		const target = `${await transcriptPath()}/word-search?words=`;
		expect((await call(sandbox, 'GET', `${target}one two three four five six`)).status).toBe(400);
		expect((await call(sandbox, 'GET', target)).status).toBe(400);
	});
});

it('nothing is given of a transcript that is not completed', async () => {
	sandbox.setSpeed({ minimumJobMs: 3_600_000 });
	const audio_url = await upload(sandbox, CALL_AUDIO);
	const created = await call(sandbox, 'POST', '/v2/transcript', { json: { audio_url } });
	for (const part of ['sentences', 'paragraphs', 'srt', 'vtt', 'word-search?words=a']) {
		const target = `/v2/transcript/${field(created.json, 'id')}/${part}`;
		const reply = await call(sandbox, 'GET', target);
		expect(reply.status).toBe(400);
		expect(field(reply.json, 'error')).toContain("status of 'processing'");
	}
});

describe('redaction', () => {
	const redaction = { redact_pii: true, redact_pii_policies: ['person_name', 'money_amount'] };

	it('covers words with signs or with the names of what they are', async () => {
		const hashed = await transcribed(sandbox, CALL_AUDIO, redaction);
		expect(field(hashed.json, 'text')).toContain('this is #####. How');
		expect(field(hashed.json, 'text')).toContain('costs ########### #######.');
		const named = await transcribed(sandbox, CALL_AUDIO, {
			...redaction,
			redact_pii_sub: 'entity_name',
			redact_static_entities: { CAR: ['my car'] },
		});
		expect(field(named.json, 'text')).toContain('for [CAR] [CAR] costs');
		expect(field(named.json, 'text')).toContain('[MONEY_AMOUNT] [MONEY_AMOUNT].');
		expect(JSON.stringify(named.json)).not.toContain('Maria');
	});

	it('gives the original beside it where asked to', async () => {
		const { json } = await transcribed(sandbox, CALL_AUDIO, {
			...redaction,
			redact_pii_return_unredacted: true,
		});
		expect(field(json, 'unredacted_text')).toContain('this is Maria.');
		expect(field(json, 'text')).not.toContain('Maria');
	});

	it('reaches the Gateway', async () => {
		const { json } = await transcribed(sandbox, CALL_AUDIO, redaction);
		const reply = await call(sandbox, 'POST', '/v1/chat/completions', {
			json: {
				model: 'claude-sonnet-4-6',
				transcript_id: field(json, 'id'),
				prompt: '{{ transcript }}',
				response_format: {
					type: 'json_schema',
					json_schema: { name: 'all', schema: { type: 'array', items: { type: 'string' } } },
				},
			},
		});
		expect(reply.text).toContain('this is #####.');
		expect(reply.text).not.toContain('Maria');
	});

	it('of audio gives a file as long as the recording, at a new address each time', async () => {
		const target = `${await transcriptPath({ ...redaction, redact_pii_audio: true })}/redacted-audio`;
		const [first, second] = [
			await call(sandbox, 'GET', target),
			await call(sandbox, 'GET', target),
		];
		const address = String(field(first.json, 'redacted_audio_url'));
		expect(field(second.json, 'redacted_audio_url')).not.toBe(address);
		const file = await call(sandbox, 'GET', address, { authorization: null });
		expect(file.headers['content-type']).toBe('audio/wav');
		expect(file.headers['content-length']).toBe(String(44 + 20 * 8000));
		expect((await call(sandbox, 'HEAD', address, { authorization: null })).status).toBe(403);
		expect((await call(sandbox, 'GET', '/redacted-audio/0.wav')).status).toBe(403);
	});

	it('of audio is refused where it was not asked for', async () => {
		const reply = await call(sandbox, 'GET', `${await transcriptPath()}/redacted-audio`);
		expect(reply.status).toBe(400);
		expect(field(reply.json, 'error')).toMatch(
			/^A redacted audio file for this transcript ID doesn't/,
		);
	});
});
