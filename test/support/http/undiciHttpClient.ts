import { Readable } from 'node:stream';
import { request as send, type Dispatcher } from 'undici';
import { z } from 'zod';
import { ConnectionError, type ConnectionFailure } from '../../../nodes/shared/api/core/errors';
import type { HttpBody, HttpClient, HttpRequest } from '../../../nodes/shared/api/core/httpClient';

export interface UndiciOptions {
	apiKey: string;
	/** Breaks off whatever is under way. */
	signal?: AbortSignal;
	/** Connections of one's own, e.g. with a limit; by default undici's global ones. */
	dispatcher?: Dispatcher;
}

/**
 * The domain code's HTTP client outside of n8n, over undici. Its errors are those of the client inside n8n.
 * @throws ConnectionError when an exchange ends without a response
 */
export function undiciHttpClient({ apiKey, signal, dispatcher }: UndiciOptions): HttpClient {
	return async (request) => {
		const limit = AbortSignal.timeout(request.timeoutMs);
		try {
			const { statusCode, headers, body } = await send(addressOf(request), {
				method: request.method,
				headers: { authorization: apiKey, ...(request.body && headersOf(request.body)) },
				body: request.body && contentOf(request.body),
				signal: signal ? AbortSignal.any([signal, limit]) : limit,
				// The request's own limit is for all of the exchange; undici's are for parts of it.
				headersTimeout: 0,
				bodyTimeout: 0,
				...(dispatcher && { dispatcher }),
			});
			const text = await body.text();
			return { status: statusCode, headers: textHeaders(headers), text };
		} catch (error) {
			throw toConnectionError(error, request, limit.aborted);
		}
	};
}

function addressOf({ url, query = {} }: HttpRequest): URL {
	const address = new URL(url);
	for (const [name, value] of Object.entries(query)) address.searchParams.set(name, String(value));
	return address;
}

function headersOf(body: HttpBody): Record<string, string> {
	if (body.kind === 'json') return { 'content-type': 'application/json' };
	return {
		'content-type': 'application/octet-stream',
		...(body.byteLength !== undefined && { 'content-length': String(body.byteLength) }),
	};
}

function contentOf(body: HttpBody): string | Uint8Array | Readable {
	if (body.kind === 'json') return JSON.stringify(body.value);
	const { content } = body;
	if (content instanceof Uint8Array || content instanceof Readable) return content;
	return new Readable().wrap(content);
}

function textHeaders(headers: Record<string, string | string[] | undefined>) {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);
}

const failed = z.object({ code: z.string().optional(), message: z.string() });

const UNREACHABLE = new Set([
	...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
	'UND_ERR_CONNECT_TIMEOUT',
]);

function toConnectionError(
	error: unknown,
	{ url }: HttpRequest,
	isTimeUp: boolean,
): ConnectionError {
	const { code = '', message } = failed.catch({ message: String(error) }).parse(error);
	const other: ConnectionFailure = UNREACHABLE.has(code) ? 'unreachable' : 'lost';
	return new ConnectionError(
		`No reply from ${new URL(url).origin}: ${message}`,
		isTimeUp ? 'timeout' : other,
	);
}
