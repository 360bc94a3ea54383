import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSandbox, type Sandbox } from '../../sandbox/index';
import {
	audioBytes,
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

describe('access', () => {
	it('refuses a wrong, a missing and a Bearer key with the text of the service', async () => {
		for (const authorization of ['wrong', null, `Bearer ${sandbox.apiKey}`]) {
			const reply = await call(sandbox, 'GET', '/v2/transcript?limit=1', { authorization });
			expect(reply.status).toBe(401);
			expect(reply.json).toEqual({ error: 'Authentication error, API token missing/invalid' });
		}
	});

	it('answers an unknown path with an HTML page', async () => {
		const reply = await call(sandbox, 'GET', '/v2/lemur');
		expect(reply.status).toBe(404);
		expect(reply.headers['content-type']).toContain('text/html');
	});
});

describe('upload', () => {
	it('gives every upload a URL of its own, that nobody but the service can open', async () => {
		const [first, second] = [await upload(sandbox, CALL_AUDIO), await upload(sandbox, CALL_AUDIO)];
		expect(first).toMatch(/\/upload\/[0-9a-f]{32}\/[0-9a-f-]{36}$/);
		expect(second).not.toBe(first);
		expect((await call(sandbox, 'GET', first)).text).toContain('AccessDenied');
	});

	it('answers an empty body with plain text', async () => {
		const reply = await call(sandbox, 'POST', '/v2/upload', { body: Buffer.alloc(0) });
		expect(reply.status).toBe(422);
		expect(reply.headers['content-type']).toContain('text/plain');
		expect(reply.text).toMatch(/^Upload failed, please try again\./);
	});

	it('takes JSON and forms without complaint, as the service does; the job fails later', async () => {
		const json = await transcribed(sandbox, Buffer.from('{"file": "call.mp3"}'));
		expect(json.json).toMatchObject({
			status: 'error',
			error: 'Transcoding failed. File type application/json',
		});
	});
});

describe('a known recording', () => {
	it('is processing when submitted and has its true transcript when looked at', async () => {
		const audio_url = await upload(sandbox, CALL_AUDIO);
		const created = await call(sandbox, 'POST', '/v2/transcript', {
			json: { audio_url, speaker_labels: true },
		});
		expect(created.json).toMatchObject({
			status: 'processing',
			text: null,
			words: null,
			audio_url,
		});
		const done = await call(sandbox, 'GET', `/v2/transcript/${field(created.json, 'id')}`);
		expect(done.json).toMatchObject({
			status: 'completed',
			audio_duration: 20,
			language_code: 'en',
			speech_model_used: 'assemblyai-stt-3-7',
			speaker_labels: true,
			error: null,
		});
		expect(field(done.json, 'utterances', 1)).toMatchObject({
			speaker: 'B',
			start: 4300,
			end: 9300,
			confidence: 0.95,
		});
		const words = field(done.json, 'utterances', 1, 'words');
		expect(words).toHaveLength(18);
		expect(field(words, 0)).toMatchObject({ text: 'Hi,', start: 4300, speaker: 'B' });
		expect(field(words, 17)).toMatchObject({ text: 'interested.', end: 9300 });
	});

	it('has no speakers unless they were asked for', async () => {
		const { json } = await transcribed(sandbox, CALL_AUDIO);
		expect(field(json, 'utterances')).toBeNull();
		expect(field(json, 'words', 0)).toMatchObject({ text: 'Thank', speaker: null });
		expect(field(json, 'text')).toMatch(/^Thank you for calling Harbor Point/);
	});

	it('is cut to the times asked for', async () => {
		const { json } = await transcribed(sandbox, CALL_AUDIO, {
			audio_start_from: 9400,
			audio_end_at: 13600,
		});
		expect(field(json, 'text')).toBe(
			'Absolutely, I would be happy to help! The update costs ninety-nine dollars.',
		);
	});
});

describe('other content', () => {
	it('gets a transcript that says it is a placeholder', async () => {
		const { json } = await transcribed(sandbox, audioBytes());
		expect(field(json, 'status')).toBe('completed');
		expect(field(json, 'text')).toContain('placeholder transcript made by the AssemblyAI sandbox');
	});

	it.each([
		['<!doctype html><p>Hello', 'text/html (HTML document, ASCII text)'],
		['Just a note', 'text/plain (ASCII text)'],
		['%PDF-1.7 …', 'application/pdf (PDF document)'],
	])('ends in the error of the service: %s', async (content, kind) => {
		const { json } = await transcribed(sandbox, Buffer.from(content));
		expect(field(json, 'status')).toBe('error');
		expect(field(json, 'error')).toMatch(/File does not appear to contain audio\. File type is /);
		expect(field(json, 'error')).toContain(kind);
		expect(field(json, 'text')).toBeNull();
	});
});

describe('audio at a URL', () => {
	const STATUS = new Map([
		['/private', 403],
		['/broken', 500],
	]);

	it('is fetched; what cannot be fetched fails with the download errors', async () => {
		const web = createServer((request, response) => {
			if (request.url === '/call.mp3') return response.end(CALL_AUDIO);
			if (request.url === '/page') return response.end('<html><body>Sign in</body></html>');
			response.statusCode = STATUS.get(request.url ?? '') ?? 404;
			return response.end();
		});
		await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
		const { port } = web.address() as AddressInfo;
		const origin = `http://127.0.0.1:${port}`;
		const result = async (path: string) => {
			const created = await call(sandbox, 'POST', '/v2/transcript', {
				json: { audio_url: `${origin}${path}` },
			});
			return (await call(sandbox, 'GET', `/v2/transcript/${field(created.json, 'id')}`)).json;
		};
		expect(field(await result('/call.mp3'), 'text')).toMatch(/^Thank you for calling/);
		expect(field(await result('/page'), 'error')).toMatch(/^File does not .* text\/html/);
		expect(field(await result('/private'), 'error')).toBe(
			`Download error to URL, 403 Client Error: Forbidden for url: ${origin}/private`,
		);
		expect(field(await result('/gone'), 'error')).toBe(
			`Download error to URL, 404 Client Error: Not Found for url: ${origin}/gone`,
		);
		expect(field(await result('/broken'), 'error')).toMatch(
			/^Download error, unable to download URL\./,
		);
		await new Promise((resolve) => web.close(resolve));
		expect(field(await result('/call.mp3'), 'error')).toMatch(
			/^Download error, unable to download/,
		);
	});
});

describe('submission', () => {
	it.each([
		[{ audio_url: 'file:///call.mp3' }, 'audio_url should start with http'],
		[{ speech_model: 'best' }, /^The speech_model parameter is deprecated\. Use speech_models: /],
		[{ speech_models: ['nano'] }, /^"speech_models" must be a non-empty list/],
		[
			{ speaker_labels: true, speakers_expected: 2, speaker_options: { min_speakers_expected: 2 } },
			'Both speaker_options and speakers_expected can not be used in the same request.',
		],
		[{ format_text: 'yes' }, 'format_text must be a Boolean'],
		[{ nonsense: 1 }, 'Invalid endpoint schema, please refer to documentation for examples.'],
		[
			{ speaker_labels: true, speaker_options: { most: 3 } },
			'Invalid endpoint schema, please refer to documentation for examples.',
		],
		[
			{ redact_pii_return_unredacted: true },
			'`redact_pii_return_unredacted` can only be set to True if `redact_pii` is True',
		],
		[
			{ speech_understanding: { request: { speaker_identification: { speaker_type: 'name' } } } },
			'speaker_labels or multichannel required',
		],
	])('%j is refused', async (parameters, text) => {
		const reply = await call(sandbox, 'POST', '/v2/transcript', {
			json: { audio_url: 'http://127.0.0.1:9/a.mp3', ...parameters },
		});
		expect(reply.status).toBe(400);
		expect(field(reply.json, 'error')).toEqual(
			typeof text === 'string' ? text : expect.stringMatching(text),
		);
	});

	it('refuses the upload of another project', async () => {
		const place = `/upload/${'0'.repeat(32)}/9ea68fd3-f953-42c1-9742-976c447fb463`;
		for (const host of [sandbox.url, 'https://cdn.assemblyai.com']) {
			const reply = await call(sandbox, 'POST', '/v2/transcript', {
				json: { audio_url: `${host}${place}` },
			});
			expect(reply.status).toBe(403);
			expect(reply.json).toEqual({ error: 'Cannot access uploaded file' });
		}
	});
});

describe('stored transcripts', () => {
	it('answers an unknown id with 400', async () => {
		const reply = await call(sandbox, 'GET', '/v2/transcript/9ea68fd3-f953-42c1-9742-976c447fb463');
		expect(reply.status).toBe(400);
		expect(reply.json).toEqual({ error: 'Transcript lookup error, transcript id not found' });
	});

	it('are listed newest first, in pages that lead to the older ones', async () => {
		const ids: unknown[] = [];
		for (let count = 0; count < 5; count += 1) {
			ids.unshift(field((await transcribed(sandbox, CALL_AUDIO)).json, 'id'));
		}
		const listed: unknown[] = [];
		let target: string | undefined = '/v2/transcript?limit=2';
		const sizes: unknown[] = [];
		while (target !== undefined) {
			const { json } = await call(sandbox, 'GET', target);
			const transcripts = field(json, 'transcripts');
			if (Array.isArray(transcripts)) listed.push(...transcripts.map((item) => field(item, 'id')));
			sizes.push(field(json, 'page_details', 'result_count'));
			const older = field(json, 'page_details', 'prev_url');
			target = typeof older === 'string' ? older : undefined;
		}
		expect(listed).toEqual(ids);
		expect(sizes).toEqual([2, 2, 1]);
	});

	it('lose text and upload when deleted; deleting again is no error', async () => {
		const { json } = await transcribed(sandbox, CALL_AUDIO);
		const target = `/v2/transcript/${field(json, 'id')}`;
		for (const method of ['DELETE', 'DELETE', 'GET'] as const) {
			const reply = await call(sandbox, method, target);
			expect(reply.status).toBe(200);
			expect(reply.json).toMatchObject({ text: 'Deleted by user.', words: null });
		}
		const again = await call(sandbox, 'POST', '/v2/transcript', {
			json: { audio_url: field(json, 'audio_url') },
		});
		expect(again.status).toBe(403);
	});
});
