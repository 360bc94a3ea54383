import type { FastifyRequest } from 'fastify';
import type { Fault } from '../faults/faults';

/** What the sandbox notes about one request while it is handled. */
export interface Call {
	at: number;
	path: string;
	bodyBytes: number;
	json: unknown;
	fault: Fault | undefined;
	logged: boolean;
}

const calls = new WeakMap<FastifyRequest, Call>();

export function beginCall(request: FastifyRequest): Call {
	const call: Call = {
		at: Date.now(),
		path: request.url.split('?')[0] ?? request.url,
		bodyBytes: 0,
		json: undefined,
		fault: undefined,
		logged: false,
	};
	calls.set(request, call);
	return call;
}

export function callOf(request: FastifyRequest): Call {
	return calls.get(request) ?? beginCall(request);
}
