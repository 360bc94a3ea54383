import type {
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	ISupplyDataFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { z } from 'zod';
import type { HttpBody, HttpClient, HttpRequest, HttpResponse } from '../../api/core/httpClient';
import type { Clock } from '../../clock';
import { outcomeOf } from '../../outcome';
import { userAgent } from '../../version';
import { realClock } from './clock';
import { deadlineOf } from './deadline';
import { failedExchange, noReplyInTime, notSent } from './failedExchange';
import { secretsBlotter } from './quotedSecrets';
import { readReplyText } from './replyText';

export const CREDENTIAL_TYPE = 'assemblyAiAccountApi';

const fullResponse = z.object({
	statusCode: z.number(),
	// Not z.record, which in zod 4 takes plain objects only: the helper's headers are an instance of a class.
	headers: z.object({}).passthrough(),
	body: z.unknown().optional(),
});

/**
 * Sends requests through n8n's own helper, which adds the credential and obeys the instance's proxy, TLS and
 * SSRF settings and the stop button.
 * @param secrets of the credential, which no reply shows though the service may quote them
 */
export function httpClientOf(
	context: Context,
	{
		clock = realClock,
		credentialType = CREDENTIAL_TYPE,
		secrets = [],
	}: { clock?: Clock; credentialType?: string; secrets?: readonly string[] } = {},
): HttpClient {
	const blotted = secretsBlotter(secrets);
	return async (request) => {
		const stop =
			'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
		const deadline = deadlineOf(clock, request.timeoutMs, stop);
		const ended = await outcomeOf(
			Promise.race([
				exchange(context, { credentialType, request, signal: deadline.signal, blotted }),
				deadline.over,
			]),
		);
		deadline.clear();
		closeBody(request.body);
		if (deadline.isOver()) throw noReplyInTime(request);
		if (!ended.ok) throw failedExchange(ended.error, request);
		if (!ended.value) throw noReplyInTime(request);
		// A reply may quote the request, and what it says is shown to the user and saved with the execution.
		return { ...ended.value, text: blotted(ended.value.text) };
	};
}

type Context = IExecuteFunctions | ILoadOptionsFunctions | ISupplyDataFunctions | IWebhookFunctions;

interface Exchange {
	credentialType: string;
	request: HttpRequest;
	signal: AbortSignal;
	blotted: (text: string) => string;
}

async function exchange(
	context: Context,
	{ credentialType, request, signal, blotted }: Exchange,
): Promise<HttpResponse> {
	const sending = context.helpers.httpRequestWithAuthentication.call(
		withSignal(context, signal),
		credentialType,
		{ ...optionsFor(request), abortSignal: signal },
	);
	const reply = await outcomeOf<unknown>(sending);
	if (!reply.ok) throw notSent(reply.error, request, blotted) ?? reply.error;
	const { statusCode, headers, body } = fullResponse.parse(reply.value);
	return {
		status: statusCode,
		headers: textHeaders(headers),
		text: await readReplyText(body, signal, statusCode < 300 ? request.onText : undefined),
	};
}

/** The same context with another signal: the helper takes the execution's own in place of the one it is given. */
function withSignal<T extends Context>(context: T, signal: AbortSignal): T {
	if (!('getExecutionCancelSignal' in context)) return context;
	return Object.create(context, { getExecutionCancelSignal: { value: () => signal } });
}

function optionsFor({ method, url, query, body, timeoutMs }: HttpRequest): IHttpRequestOptions {
	return {
		method,
		url,
		timeout: timeoutMs,
		returnFullResponse: true,
		// The service's own words are in the body of a refusal; n8n would replace them by words of its own.
		ignoreHttpStatusErrors: true,
		// Whoever a redirect leads to would get the API key, and the helper keeps a streamed body to send it again.
		disableFollowRedirect: true,
		// Read and parsed here: subtitles, HTML and plain-text errors come back beside JSON, at any length.
		encoding: 'stream',
		headers: { 'user-agent': userAgent, ...(body && bodyHeaders(body)) },
		...(query && { qs: query }),
		...(body && bodyOptions(body)),
	};
}

function bodyHeaders(body: HttpBody): Record<string, string> {
	if (body.kind === 'json') return { 'content-type': 'application/json' };
	return {
		'content-type': 'application/octet-stream',
		...(body.byteLength !== undefined && { 'content-length': String(body.byteLength) }),
	};
}

function bodyOptions(body: HttpBody): Pick<IHttpRequestOptions, 'body'> {
	if (body.kind === 'json') return { body: JSON.stringify(body.value) };
	return { body: body.content instanceof Uint8Array ? Buffer.from(body.content) : body.content };
}

/** A refused or canceled upload leaves its file open, since nobody reads it to its end. */
function closeBody(body: HttpBody | undefined): void {
	if (body?.kind !== 'binary' || body.content instanceof Uint8Array) return;
	if ('destroy' in body.content && typeof body.content.destroy === 'function')
		body.content.destroy();
}

function textHeaders(headers: Record<string, unknown>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);
}
