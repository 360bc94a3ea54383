import { ConnectionError } from '../../../nodes/shared/api/core/errors';
import type { HttpResponse } from '../../../nodes/shared/api/core/httpClient';

export type Headers = Record<string, string>;

export function textReply(status: number, text: string, headers: Headers = {}): HttpResponse {
	return { status, headers, text };
}

export function jsonReply(value: unknown, status = 200, headers: Headers = {}): HttpResponse {
	return textReply(status, JSON.stringify(value), headers);
}

/** A refusal in the envelope of speech-to-text. */
export function refusal(status: number, error: string, headers: Headers = {}): HttpResponse {
	return jsonReply({ error }, status, headers);
}

export const ID = '9ea68fd3-f953-42c1-9742-976c447fb463';

export function jobReply(status: string, fields: Record<string, unknown> = {}): HttpResponse {
	return jsonReply({ id: ID, status, ...fields });
}

export const unreachable = () => new ConnectionError('the connection was refused', 'unreachable');
export const lost = () => new ConnectionError('the connection was lost', 'lost');
export const timedOut = () => new ConnectionError('no reply came in time', 'timeout');
