import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';

/** An exchange that the service has answered. */
export interface Answered {
	method: string;
	path: string;
	status: number;
}

export const NOT_FOUND = Buffer.from(
	JSON.stringify({ error: 'Transcript lookup error, transcript id not found' }),
);

const UNPACKED_BYTES = 150_000_000;

let packed: Buffer | undefined;

/** 150 kB that unpack to 150 MB; made when it is first sent, since that takes a second. */
export function bomb(): Buffer {
	return (packed ??= gzipSync(Buffer.alloc(UNPACKED_BYTES, ' ')));
}

export function isList({ method, path, status }: Answered): boolean {
	return method === 'GET' && /^\/v2\/transcript(\?|$)/.test(path) && status === 200;
}

export function isLook({ method, path, status }: Answered): boolean {
	return method === 'GET' && /^\/v2\/transcript\/[^/]+$/.test(path) && status === 200;
}

const job = z.object({ id: z.string() }).passthrough();
const page = z
	.object({
		page_details: z.object({ current_url: z.string() }).passthrough(),
		transcripts: z.array(z.object({ created: z.string(), status: z.string() }).passthrough()),
	})
	.passthrough();

export function idIn(content: Buffer): string {
	return job.parse(JSON.parse(content.toString())).id;
}

/** @param ageMs younger jobs are not in the list yet */
export function withoutNewest(content: Buffer, ageMs: number): Buffer {
	if (ageMs === 0) return content;
	return changed(content, page, (read) => ({
		...read,
		transcripts: read.transcripts.filter(({ created }) => Date.now() - timeOf(created) >= ageMs),
	}));
}

/** The service's times are in UTC, without saying so. */
function timeOf(created: string): number {
	return Date.parse(created.endsWith('Z') ? created : `${created}Z`);
}

/** The same list with its times as a clock that runs faster would show them. */
export function atTimesOf(content: Buffer, clock: (time: number) => number): Buffer {
	return changed(content, page, (read) => ({
		...read,
		transcripts: read.transcripts.map((one) => ({
			...one,
			created: new Date(clock(timeOf(one.created))).toISOString(),
		})),
	}));
}

export function allGoingOn(content: Buffer): Buffer {
	return changed(content, page, (read) => ({
		...read,
		transcripts: read.transcripts.map((one) => ({ ...one, status: 'processing' })),
	}));
}

export function leadingOn(content: Buffer): Buffer {
	return changed(content, page, (read) => ({
		...read,
		page_details: { ...read.page_details, prev_url: read.page_details.current_url },
	}));
}

export function ofSomebodyElse(content: Buffer): Buffer {
	const id = '00000000-0000-4000-8000-000000000000';
	return changed(content, job, (read) => ({ ...read, id, text: 'What somebody else said.' }));
}

function changed<T>(
	content: Buffer,
	schema: z.ZodType<T, z.ZodTypeDef, unknown>,
	change: (read: T) => unknown,
): Buffer {
	return Buffer.from(JSON.stringify(change(schema.parse(JSON.parse(content.toString())))));
}

const DRIP_EVERY_MS = 100;

/** Until whoever listens hangs up. */
export function drip(outgoing: ServerResponse, type: string): void {
	outgoing.writeHead(200, { 'content-type': type });
	const dripping = setInterval(() => {
		if (outgoing.destroyed) clearInterval(dripping);
		else outgoing.write(' ');
	}, DRIP_EVERY_MS);
}
