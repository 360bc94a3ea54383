import { createHash } from 'node:crypto';
import type { CallBack } from './callBack';

/** Which call-backs have started the workflow already: AssemblyAI calls again when an answer was lost. */
export interface Deliveries {
	has(key: string): boolean;
	add(key: string): void;
}

/** More calls than come in while AssemblyAI may still repeat one, which is for two minutes. */
export const MAX_DELIVERIES = 500;

/** The same for each repetition of a call; as a digest, since the address of redacted audio is a secret. */
export function deliveryKey(callBack: CallBack): string {
	const about =
		callBack.event === 'redactedAudioReady'
			? callBack.redactedAudioUrl
			: // The service knows a transcript by its ID in any case, so a stranger could make a new call of each spelling.
				callBack.transcriptId.toLowerCase();
	return createHash('sha256').update(`${callBack.event} ${about}`).digest('base64url').slice(0, 22);
}

/** @param keys of earlier deliveries, the oldest first; changed in place, so that whoever keeps them sees it */
export function deliveriesIn(keys: string[]): Deliveries {
	return {
		has: (key) => keys.includes(key),
		add(key) {
			keys.push(key);
			if (keys.length > MAX_DELIVERIES) keys.splice(0, keys.length - MAX_DELIVERIES);
		},
	};
}
