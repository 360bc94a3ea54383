import { Readable } from 'node:stream';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { Fault } from './faults';

/** Applies the faults that strike after a request was handled to the reply that is about to go out. */
export function spoilReply(
	fault: Fault | undefined,
	reply: FastifyReply,
	payload: unknown,
	closing: AbortSignal,
): unknown {
	if (fault?.kind === 'lostReply') {
		reply.raw.socket?.destroy();
		return payload;
	}
	if (fault?.kind !== 'truncate' && fault?.kind !== 'drip') return payload;
	const body = Buffer.from(typeof payload === 'string' ? payload : '');
	void reply.header('content-length', body.length);
	if (fault.kind === 'truncate') return Readable.from(half(body));
	return Readable.from(slowly(body, fault.bytesPerSecond, closing));
}

/** The error after the first half makes the server cut the connection. */
async function* half(body: Buffer): AsyncGenerator<Buffer> {
	yield body.subarray(0, Math.ceil(body.length / 2));
	// The half leaves at the end of this turn of the event loop; cut before, the client would see no reply.
	await nextTurn();
	await nextTurn();
	throw new Error('The reply is cut off by a fault');
}

const DRIP_STEPS_PER_SECOND = 20;

async function* slowly(
	body: Buffer,
	bytesPerSecond: number,
	closing: AbortSignal,
): AsyncGenerator<Buffer> {
	const step = Math.max(1, Math.round(bytesPerSecond / DRIP_STEPS_PER_SECOND));
	for (let sent = 0; sent < body.length; sent += step) {
		const pause = (Math.min(step, body.length - sent) / bytesPerSecond) * 1000;
		await sleep(pause, undefined, { signal: closing });
		yield body.subarray(sent, sent + step);
	}
}
