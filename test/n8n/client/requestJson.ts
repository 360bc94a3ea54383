import { fetch, type RequestInit } from 'undici';
import type { z } from 'zod';

/**
 * Sends a request and parses the reply.
 * @throws Error with what n8n said, when it refuses or its reply has another shape
 */
export async function requestJson<Output>(
	schema: z.ZodType<Output, z.ZodTypeDef, unknown>,
	url: string,
	{ method = 'GET', body, headers = {} }: { method?: string; body?: unknown; headers?: Headers },
): Promise<Output> {
	const init: RequestInit = {
		method,
		headers: { 'content-type': 'application/json', ...headers },
		...(body !== undefined && { body: JSON.stringify(body) }),
	};
	const reply = await fetch(url, init);
	const text = await reply.text();
	if (!reply.ok) throw new Error(`${method} ${url}: ${reply.status} ${text.slice(0, 1000)}`);
	const parsed = schema.safeParse(text === '' ? undefined : JSON.parse(text));
	if (parsed.success) return parsed.data;
	throw new Error(`${method} ${url} replied ${text.slice(0, 1000)}`, { cause: parsed.error });
}

type Headers = Record<string, string>;
