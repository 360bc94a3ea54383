import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { BinaryDataService } from 'n8n-core';
import type { INodeParameters } from 'n8n-workflow';
import { container } from '../harness/host/container';
import { onTranscript } from '../../support/engine/onTranscript';
import { Workbench } from '../../support/engine/workbench';
import { portOf } from '../../../sandbox/server/portOf';

let bench: Workbench;
/** One transcript with speakers and redacted audio, one without speakers. */
let withSpeakers: string;
let withoutSpeakers: string;

beforeAll(async () => {
	bench = await Workbench.open();
	withSpeakers = await bench.finishedTranscript({
		privacyOptions: { redactPii: true, redactPiiPolicies: ['person_name'], redactPiiAudio: true },
	});
	withoutSpeakers = await bench.finishedTranscript({ speakerLabels: false });
});
afterEach(() => bench.sandbox.clearFaults());
afterAll(async () => await bench.close());

const exported = async (id: string, parameters: INodeParameters) => {
	const result = await onTranscript(bench, 'export', id, parameters);
	expect(result.error('Node')?.message).toBeUndefined();
	return result.output[0];
};

const contentOf = async (binary: { id?: string } | undefined) =>
	await container.get(BinaryDataService).getAsBuffer({ data: '', mimeType: '', ...binary });

test('sentences with speakers and times', async () => {
	const item = await exported(withSpeakers, { format: 'sentences' });
	expect(item?.json).toMatchObject({
		transcriptId: withSpeakers,
		sentences: expect.arrayContaining([
			expect.objectContaining({
				text: 'How can I help you today?',
				speaker: 'A',
				start: expect.any(Number),
			}),
		]),
	});
});

test('paragraphs with times', async () => {
	const item = await exported(withSpeakers, { format: 'paragraphs' });
	expect(item?.json.paragraphs).toContainEqual(
		expect.objectContaining({ text: expect.stringContaining('How can I help you today?') }),
	);
});

test.each([
	['srt', /^1\n00:00:00,249 --> 00:00:\d\d,\d{3}\nThank you/],
	['vtt', /^WEBVTT\n\n00:00\.249 --> 00:\d\d\.\d{3}\nThank you/],
])('subtitles as %s, in captions of the wanted length', async (format, beginning) => {
	const whole = await exported(withSpeakers, { format });
	const short = await exported(withSpeakers, { format, options: { charsPerCaption: 20 } });

	expect(whole?.json[format]).toMatch(beginning);
	const lines = String(short?.json[format])
		.split('\n')
		.filter((line) => !line.includes('-->'));
	expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(20);
});

test('text: a line for each utterance, with its time and speaker', async () => {
	const item = await exported(withSpeakers, { format: 'text' });
	expect(String(item?.json.text).split('\n')[0]).toBe(
		'[00:00] Speaker A: Thank you for calling Northway Navigation, this is ####. How can I help you today?',
	);
});

test('text without speakers: a line for each paragraph, with its time', async () => {
	const item = await exported(withoutSpeakers, { format: 'text' });
	expect(String(item?.json.text)).toMatch(/^\[00:00\] Thank you for calling/);
});

test('Markdown: the facts, then every turn under its speaker', async () => {
	const item = await exported(withSpeakers, { format: 'markdown' });
	const [title, facts, name, said] = String(item?.json.markdown).split('\n\n');
	expect(title).toBe('# Transcript');
	expect(facts?.split('\n')).toEqual([
		`- Transcript: ${withSpeakers}`,
		expect.stringMatching(/^- Duration: \d\d:\d\d$/),
		'- Language: English',
		'- Speakers: Speaker A, Speaker B',
	]);
	expect(name).toBe('**Speaker A** [00:00]');
	expect(said).toBe(
		'Thank you for calling Northway Navigation, this is \\#\\#\\#\\#. How can I help you today?',
	);
});

test.each([
	['sentences', 'sentences.json', 'application/json', '"text": "How can I help you today?"'],
	['paragraphs', 'paragraphs.json', 'application/json', '"text": "Thank you for calling'],
	['srt', 'srt', 'application/x-subrip', '00:00:00,249 -->'],
	['vtt', 'vtt', 'text/vtt', 'WEBVTT'],
	['text', 'txt', 'text/plain', '[00:00] Speaker A:'],
	['markdown', 'md', 'text/markdown', '**Speaker A**'],
])('%s as a file', async (format, extension, mimeType, excerpt) => {
	const item = await exported(withSpeakers, {
		format,
		exportAs: 'file',
		outputBinaryPropertyName: 'document',
	});
	const fileName = `${withSpeakers}.${extension}`;

	expect(item?.json).toEqual({ transcriptId: withSpeakers, fileName, mimeType });
	expect(item?.binary?.document).toMatchObject({ fileName, mimeType });
	expect((await contentOf(item?.binary?.document)).toString('utf8')).toContain(excerpt);
});

test('a file is in the field data unless another one is named', async () => {
	const item = await exported(withSpeakers, { format: 'srt', exportAs: 'file' });
	expect(Object.keys(item?.binary ?? {})).toEqual(['data']);
});

test("the input's fields come along when asked for", async () => {
	const item = await exported(withSpeakers, {
		format: 'srt',
		options: { includeInputFields: true },
	});
	expect(item?.json).toMatchObject({ n: 0, transcriptId: withSpeakers });
});

test('redacted audio as a URL, waited for while it is being made', async () => {
	bench.sandbox.fail({
		method: 'GET',
		path: /redacted-audio$/,
		fault: { kind: 'status', status: 202, body: '' },
	});
	const item = await exported(withSpeakers, { format: 'redactedAudio' });
	expect(item?.json).toEqual({
		transcriptId: withSpeakers,
		redactedAudioUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/redacted-audio\/.+\.wav$/),
	});
});

test('redacted audio as a file, fetched without the API key', async () => {
	const item = await exported(withSpeakers, { format: 'redactedAudio', exportAs: 'file' });

	expect(item?.json).toEqual({
		transcriptId: withSpeakers,
		fileName: `${withSpeakers}.redacted.wav`,
		mimeType: 'audio/wav',
	});
	const [download] = bench.sandbox.requestsTo('GET', /^\/redacted-audio\//);
	expect(download?.headers).not.toHaveProperty('authorization');
	expect((await contentOf(item?.binary?.data)).subarray(0, 4).toString()).toBe('RIFF');
});

/** A file store of somebody else, to which the service refers for the next redacted audio. */
async function foreignStore(handle: RequestListener) {
	const store = createServer(handle);
	await new Promise<void>((listening) => store.listen(0, '127.0.0.1', listening));
	bench.sandbox.fail({
		method: 'GET',
		path: /\/redacted-audio$/,
		fault: {
			kind: 'status',
			status: 200,
			body: {
				status: 'redacted_audio_ready',
				redacted_audio_url: `http://127.0.0.1:${portOf(store)}/a.mp3?Signature=secret`,
			},
		},
	});
	return { close: async () => await new Promise((closed) => store.close(closed)) };
}

test('the API key stays away from a foreign file store, too', async () => {
	const seen: IncomingHttpHeaders[] = [];
	const store = await foreignStore((request, response) => {
		seen.push(request.headers);
		response.writeHead(200, { 'content-type': 'audio/mpeg' }).end('ID3');
	});

	const item = await exported(withSpeakers, { format: 'redactedAudio', exportAs: 'file' });
	await store.close();

	expect(item?.binary?.data).toMatchObject({
		fileName: `${withSpeakers}.redacted.mp3`,
		mimeType: 'audio/mpeg',
	});
	expect(seen).toHaveLength(1);
	expect(JSON.stringify(seen)).not.toContain(bench.sandbox.apiKey);
});

describe('what can go wrong', () => {
	const failed = async (id: string, parameters: INodeParameters) => {
		const result = await onTranscript(bench, 'export', id, parameters, {
			node: { onError: 'continueErrorOutput' },
		});
		return result.failed[0]?.json;
	};

	test('redacted audio that was never made', async () => {
		expect(await failed(withoutSpeakers, { format: 'redactedAudio' })).toMatchObject({
			error: {
				message:
					"AssemblyAI did not return the redacted audio (400: A redacted audio file for this transcript ID doesn't exist. Make sure that redact_pii_audio was set to true.). Transcribe the recording with Redact PII and Redact PII Audio in Privacy Options. The file is kept for 24 hours.",
				transcriptId: withoutSpeakers,
				status: 400,
			},
		});
	});

	test('redacted audio that is not there in time', async () => {
		bench.sandbox.fail({
			path: /redacted-audio$/,
			times: Infinity,
			fault: { kind: 'status', status: 202, body: '' },
		});
		expect(
			await failed(withSpeakers, { format: 'redactedAudio', options: { timeoutMinutes: 0.01 } }),
		).toMatchObject({
			error: {
				message:
					'The redacted audio was not there within the time limit. AssemblyAI goes on making it: run this operation again later, or raise the time limit in Options.',
				transcriptId: withSpeakers,
			},
		});
	});

	test('redacted audio whose file is gone', async () => {
		bench.sandbox.fail({
			path: /^\/redacted-audio\//,
			fault: { kind: 'status', status: 403, body: '<Error/>' },
		});
		expect(await failed(withSpeakers, { format: 'redactedAudio', exportAs: 'file' })).toMatchObject(
			{
				error: {
					message:
						'The file store of AssemblyAI did not hand out the file (status 403). Redacted audio is kept for 24 hours. If it is not older, run the item again.',
					transcriptId: withSpeakers,
					status: 403,
				},
			},
		);
	});

	test.each([
		['at once', 0],
		['half-way', 1000],
	])(
		'redacted audio whose download is cut off %s, without its secret address',
		async (_, bytes) => {
			const store = await foreignStore((request, response) => {
				if (bytes === 0) return void request.socket.destroy();
				response.writeHead(200, { 'content-type': 'audio/mpeg', 'content-length': 2 * bytes });
				response.write(Buffer.alloc(bytes), () => response.destroy());
			});
			const json = await failed(withSpeakers, { format: 'redactedAudio', exportAs: 'file' });
			await store.close();

			expect(json).toMatchObject({
				error: {
					message:
						'The file could not be downloaded: the connection was lost. Run the item again. If it stays like this, check that n8n can reach the file stores of AssemblyAI (proxy, firewall).',
					transcriptId: withSpeakers,
				},
			});
			expect(JSON.stringify(json)).not.toContain('Signature');
		},
	);

	test('subtitles that are a web page', async () => {
		bench.sandbox.fail({
			path: /\/srt$/,
			fault: { kind: 'status', status: 200, body: '<html>Sign in</html>' },
		});
		expect(await failed(withSpeakers, { format: 'srt' })).toMatchObject({
			error: {
				message: expect.stringContaining(
					'AssemblyAI was asked to return the subtitles and sent a reply that cannot be read (body: it is not in the SRT format)',
				),
			},
		});
	});

	test.each(['text', 'sentences'])('%s of a transcript that is not finished', async (format) => {
		bench.sandbox.setSpeed({ minimumJobMs: 3_600_000 });
		const { output } = await bench.transcribe([await bench.recording()], {
			waitMode: 'doNotWait',
		});
		const id = String(output[0]?.json.transcriptId);
		const json = await failed(id, { format });
		bench.sandbox.setSpeed({ minimumJobMs: 0 });

		const hint =
			'Wait until the transcript is finished: fetch it with the operation Get first, with the wait mode Wait Until Finished.';
		expect(json).toMatchObject({
			error: {
				message:
					format === 'text'
						? `The transcript is not finished yet (status: processing). ${hint}`
						: `AssemblyAI did not return the sentences (400: This transcript has a status of 'processing'. Transcripts must have a status of 'completed' before this can be requested.). ${hint}`,
				transcriptId: id,
			},
		});
	});

	test('a list as the name of the output field', async () => {
		expect(
			await failed(withSpeakers, { exportAs: 'file', outputBinaryPropertyName: '={{ ["a"] }}' }),
		).toMatchObject({
			error: {
				message: expect.stringContaining(
					'The parameter Put Output File in Field cannot be used: it is a list, where a text belongs.',
				),
			},
		});
	});
});

test('an expression that names no output field leaves the one of the panel', async () => {
	const item = await exported(withSpeakers, {
		...{ format: 'text', exportAs: 'file', outputBinaryPropertyName: '={{ $json.missing }}' },
	});
	expect(Object.keys(item?.binary ?? {})).toEqual(['data']);
});
