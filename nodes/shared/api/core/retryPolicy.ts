import { ApiError, ConnectionError, EndlessReplyError, InvalidReplyError } from './errors';

/**
 * When a request may be sent again.
 * - `always`: sending it twice does no harm (reading, uploading, asking).
 * - `ifRefused`: sending it twice may be billed twice, so only when the service proves it did not take it.
 * - `never`: whoever calls repeats it in a loop of its own.
 */
export type Resend = 'always' | 'ifRefused' | 'never';

export interface FailedAttempt {
	error: unknown;
	/** How many times the request has been sent, at least 1. */
	attempt: number;
	resend: Resend;
	/** 0 to 1, for the jitter. */
	random: number;
}

const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 8_000;
/** Faults of network and service pass within seconds or not at all, so a few tries tell. */
const MAX_ATTEMPTS = 4;
/** A rate limit always passes: AssemblyAI's windows last one minute (Gateway) or five (speech-to-text). */
const MAX_ATTEMPTS_AGAINST_RATE_LIMIT = 12;
/**
 * The window of the speech-to-text rate limit, so no honest pause is longer. Beyond, a run would stand still
 * without a word; somebody has to decide whether to wait.
 */
const MAX_OBEYED_MS = 300_000;
const PASSING_STATUS = new Set([408, 500, 502, 503, 504]);

/**
 * Milliseconds to wait before a request is sent again, or `undefined` when it must not be. What the service
 * asked for in Retry-After wins over our own growing delays, unless that is too long; a little jitter on top keeps requests that were
 * refused together from coming back together.
 */
export function resendDelay({ error, attempt, resend, random }: FailedAttempt): number | undefined {
	if (resend === 'never' || isTooLong(askedForBy(error))) return undefined;
	const backoff = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1));
	if (isRateLimit(error)) {
		if (attempt >= MAX_ATTEMPTS_AGAINST_RATE_LIMIT) return undefined;
		return (error.retryAfterMs ?? backoff) + random * FIRST_DELAY_MS;
	}
	if (attempt >= MAX_ATTEMPTS) return undefined;
	const passes = resend === 'always' ? isPassing(error) : isUnreachable(error);
	if (!passes) return undefined;
	return askedForBy(error) ?? backoff * (0.75 + random / 2);
}

function askedForBy(error: unknown): number | undefined {
	return error instanceof ApiError ? error.retryAfterMs : undefined;
}

/** Whether the service asks for a longer pause than is waited for; the request fails instead. */
export function isTooLong(retryAfterMs: number | undefined): boolean {
	return retryAfterMs !== undefined && retryAfterMs > MAX_OBEYED_MS;
}

/** Whether the same request may well succeed a little later. A time limit is not asked for twice. */
export function isPassing(error: unknown): boolean {
	if (error instanceof ApiError)
		return error.httpStatus === 429 || PASSING_STATUS.has(error.httpStatus);
	return error instanceof ConnectionError && error.failure !== 'timeout';
}

/** Whether what could not be read now may well be read in some seconds or minutes, when nobody is in a hurry. */
export function mayPass(error: unknown): boolean {
	// A reply cut off on its way does not parse; a real change of the API shows within minutes.
	if (error instanceof EndlessReplyError) return false;
	return isPassing(error) || error instanceof ConnectionError || error instanceof InvalidReplyError;
}

export function isRateLimit(error: unknown): error is ApiError {
	return error instanceof ApiError && error.httpStatus === 429;
}

function isUnreachable(error: unknown): boolean {
	return error instanceof ConnectionError && error.failure === 'unreachable';
}

/** Without its day's name nearly any text with a number in it parses as some date of the past. */
const HTTP_DATE = /^\s*(mon|tue|wed|thu|fri|sat|sun)/i;

/** Reads a Retry-After header, in seconds or as a date, into milliseconds from `now`. */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
	if (header === undefined || header.trim() === '') return undefined;
	const seconds = Number(header);
	if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
	const date = HTTP_DATE.test(header) ? Date.parse(header) : NaN;
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
