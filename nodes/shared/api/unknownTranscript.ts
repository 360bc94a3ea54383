import { ApiError } from './errors/ApiError';

/** In the service's own words only: the 404 of a proxy says nothing about a transcript. */
const UNKNOWN_TRANSCRIPT = /^not found$|transcript.* not found/i;

/** Whether the service said that the account has no such transcript. */
export function isUnknownTranscript(error: unknown): boolean {
	if (!(error instanceof ApiError)) return false;
	return [400, 404].includes(error.httpStatus) && UNKNOWN_TRANSCRIPT.test(error.said);
}
