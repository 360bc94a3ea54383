import type { z } from 'zod';
import { ApiError, CanceledError, InvalidReplyError } from './errors';
import { parseJson, readErrorText, shortened } from './errorText';
import { hintFor } from './hints';
import type { HttpBody, HttpRequest, HttpResponse } from './httpClient';
import { outcomeOf } from '../../outcome';
import { redirectError } from './redirect';
import { isRateLimit, isTooLong, readRetryAfter, resendDelay, type Resend } from './retryPolicy';
import type { Service } from './service';

export interface ApiCall<T> {
	/** What was being done, for messages: "upload the file", "fetch the transcript". */
	purpose: string;
	method: HttpRequest['method'];
	url: string;
	query?: Record<string, string | number>;
	/** Makes the body anew for each attempt, since a stream can be sent only once. */
	body?: () => Promise<HttpBody>;
	timeoutMs: number;
	resend: Resend;
	/** How the body is read before it is parsed; default JSON. */
	format?: 'json' | 'text';
	reply: z.ZodType<T, z.ZodTypeDef, unknown>;
	/** Told each piece of the reply as it comes; an attempt that fails may have told some. */
	onText?: HttpRequest['onText'];
	/** What status 202 gives, "accepted and not there yet", whose body is not described. */
	whenAccepted?: { value: T };
}

/**
 * Sends one request to AssemblyAI, again where that is safe, and returns its parsed reply.
 * @throws ApiError for a refusal, ConnectionError when no reply came, RedirectError when it was sent on to
 * another address, InvalidReplyError when the reply is not what the reference describes, CanceledError when the
 * user stopped the execution.
 */
export async function call<T>(service: Service, apiCall: ApiCall<T>): Promise<T> {
	for (let attempt = 1; ; attempt++) {
		const mayGo = (await service.gate?.acquire(service.signal)) ?? true;
		if (!mayGo) throw new CanceledError('The execution was stopped');
		throwIfCanceled(service);
		const outcome = await outcomeOf(attemptCall(service, apiCall));
		service.gate?.release();
		// A reply that is there is kept in any case: it may name a job that is paid for.
		if (outcome.ok) return outcome.value;
		throwIfCanceled(service);
		const { error } = outcome;
		const random = service.random();
		const delay = resendDelay({ error, attempt, resend: apiCall.resend, random });
		if (delay === undefined) throw error;
		if (isRateLimit(error)) service.gate?.close(delay);
		await service.clock.sleep(delay, service.signal);
	}
}

function throwIfCanceled({ signal }: Service): void {
	if (signal?.aborted) throw new CanceledError('The execution was stopped');
}

async function attemptCall<T>(service: Service, apiCall: ApiCall<T>): Promise<T> {
	const { method, url, query, body, timeoutMs, purpose, onText } = apiCall;
	const response = await service.http({
		method,
		url,
		timeoutMs,
		...(query && { query }),
		...(body && { body: await body() }),
		...(onText && { onText }),
	});
	service.gate?.observe(response);
	if (isRedirect(response)) throw redirectError(service, apiCall, response);
	if (response.status >= 400) throw refusal(response, purpose, service.clock.now());
	if (response.status === 202 && apiCall.whenAccepted) return apiCall.whenAccepted.value;
	const content = apiCall.format === 'text' ? response.text : parseJson(response.text);
	const reply = apiCall.reply.safeParse(content);
	if (!reply.success) throw unexpectedReply(response, purpose, reply.error);
	return reply.data;
}

function isRedirect({ status }: HttpResponse): boolean {
	return status >= 300 && status < 400;
}

function refusal(response: HttpResponse, purpose: string, now: number): ApiError {
	const { status } = response;
	const { said, requestId = response.headers['x-request-id'] } = readErrorText(response);
	const retryAfterMs = readRetryAfter(response.headers['retry-after'], now);
	const what = status === 401 ? 'accept the API key' : purpose;
	return new ApiError(
		`AssemblyAI did not ${what} (${quoted(status, said)})${longPause(retryAfterMs)}`,
		{ httpStatus: status, said, retryAfterMs },
		{ hint: hintFor(status, said), requestId: requestId && shortened(requestId) },
	);
}

/** What the service asked for where that is not waited for. */
function longPause(retryAfterMs: number | undefined): string {
	if (retryAfterMs === undefined || !isTooLong(retryAfterMs)) return '';
	const minutes = retryAfterMs / 60_000;
	const [count, unit] = minutes < 120 ? [minutes, 'minutes'] : [minutes / 60, 'hours'];
	// Rounded up: whoever comes back too early is refused once more.
	return ` and asked for a pause of ${Math.ceil(count * 10) / 10} ${unit}, which is too long to wait for`;
}

function quoted(status: number, said: string): string {
	return said ? `${status}: ${shortened(said)}` : `status ${status} without a text`;
}

function unexpectedReply(
	response: HttpResponse,
	purpose: string,
	fault: z.ZodError,
): InvalidReplyError {
	const [issue] = fault.issues;
	const where = issue === undefined ? '' : ` (${issue.path.join('.') || 'body'}: ${issue.message})`;
	const { said } = readErrorText(response);
	const start = shortened(said) || response.text.slice(0, 100);
	return new InvalidReplyError(
		`AssemblyAI was asked to ${purpose} and sent a reply that cannot be read${where}`,
		{
			hint: `${start ? `It begins with "${start}". ` : ''}Check the URLs of the credential; if they are right, try again later.`,
			status: response.status,
		},
	);
}
