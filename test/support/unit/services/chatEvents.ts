import type { HttpResponse } from '../../../../nodes/shared/api/core/httpClient';

type Delta = Record<string, unknown>;

/** A piece of an answer that streams, as its event has it. */
export const delta = (piece: Delta, finishReason: string | null = null, more = {}) =>
	JSON.stringify({
		object: 'chat.completion.chunk',
		choices: [{ index: 0, delta: piece, finish_reason: finishReason }],
		...more,
	});

export const events = (...data: string[]) => data.map((event) => `data: ${event}\n\n`).join('');

/** What streams to its end, with the tokens in its last piece. */
export const streamed = (...data: string[]): HttpResponse => ({
	status: 200,
	headers: { 'content-type': 'text/event-stream' },
	text: events(...data, '[DONE]'),
});
