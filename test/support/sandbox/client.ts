import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { request } from 'undici';
import type { Sandbox } from '../../../sandbox/index';
import { temporaryFolder } from '../temporaryFolder';
import { checkAnswer } from './schemas';

export interface Reply {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
	/** The parsed body, undefined where it is no JSON. */
	json: unknown;
}

export interface Exchange {
	/** Sent as JSON. */
	json?: unknown;
	/** Sent as it is, under `contentType`. */
	body?: Buffer | string;
	contentType?: string;
	/** Null leaves the header out. */
	authorization?: string | null;
	/** The answer is spoilt by a fault and need not have the service's shape. */
	unchecked?: boolean;
}

/** Speaks to a sandbox over a real socket and holds its answers against the service's shapes. */
export async function call(
	sandbox: Sandbox,
	method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD',
	target: string,
	{ json, body, contentType, authorization = sandbox.apiKey, unchecked = false }: Exchange = {},
): Promise<Reply> {
	const payload = json === undefined ? body : JSON.stringify(json);
	const type = contentType ?? (json === undefined ? undefined : 'application/json');
	const reply = await request(new URL(target, sandbox.url), {
		method,
		body: payload ?? null,
		headers: {
			...(authorization === null ? {} : { authorization }),
			...(type === undefined ? {} : { 'content-type': type }),
		},
	});
	const text = await reply.body.text();
	const parsed = parse(text);
	if (!unchecked)
		checkAnswer(method, new URL(target, sandbox.url).pathname, reply.statusCode, parsed);
	return { status: reply.statusCode, headers: reply.headers, text, json: parsed };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Content that is audio by its first bytes and known by nothing else. */
export function audioBytes(seed = 'unknown'): Buffer {
	return Buffer.concat([
		Buffer.from('ID3\x04\x00\x00\x00\x00\x00\x00', 'latin1'),
		Buffer.from(seed),
	]);
}

export const CALL_TRANSCRIPT = {
	language_code: 'en_us',
	audio_duration: 20,
	utterances: [
		{
			speaker: 'A',
			text: 'Thank you for calling Harbor Point, this is Maria. How can I help you today?',
			start: 100,
			end: 4100,
			confidence: 0.97,
		},
		{
			speaker: 'B',
			text: 'Hi, I would like to know what the map update for my car costs. I am very interested.',
			start: 4300,
			end: 9300,
			confidence: 0.95,
		},
		{
			speaker: 'A',
			text: 'Absolutely, I would be happy to help! The update costs ninety-nine dollars.',
			start: 9500,
			end: 13500,
			confidence: 0.96,
		},
		{
			speaker: 'B',
			text: 'That sounds good. The old map is terrible, it sent me the wrong way twice.',
			start: 13700,
			end: 18700,
			confidence: 0.94,
		},
	],
};

export const CALL_AUDIO = audioBytes('a customer call');

/** A folder with one recording, `CALL_AUDIO`, and its transcript. */
export async function recordingsFolder(transcript: unknown = CALL_TRANSCRIPT): Promise<string> {
	const folder = await temporaryFolder('sandbox-recordings-');
	await writeFile(path.join(folder, 'call.mp3'), CALL_AUDIO);
	await writeFile(path.join(folder, 'call.transcript.json'), JSON.stringify(transcript));
	return folder;
}

export async function upload(
	sandbox: Sandbox,
	body: Buffer,
	contentType?: string,
): Promise<string> {
	const type = contentType ?? 'application/octet-stream';
	const reply = await call(sandbox, 'POST', '/v2/upload', { body, contentType: type });
	return String(field(reply.json, 'upload_url'));
}

/** Uploads, submits and reads the transcript of a sandbox that answers at once. */
export async function transcribed(
	sandbox: Sandbox,
	body: Buffer,
	parameters: Record<string, unknown> = {},
): Promise<Reply> {
	const audio_url = await upload(sandbox, body);
	const created = await call(sandbox, 'POST', '/v2/transcript', {
		json: { audio_url, ...parameters },
	});
	if (created.status !== 200) return created;
	return await call(sandbox, 'GET', `/v2/transcript/${field(created.json, 'id')}`);
}

/** A field of an answer, undefined where there is none. */
export function field(value: unknown, ...names: Array<string | number>): unknown {
	return names.reduce<unknown>((part, name) => {
		if (part === null || typeof part !== 'object') return undefined;
		return Object.entries(part).find(([key]) => key === String(name))?.[1];
	}, value);
}
