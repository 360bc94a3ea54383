import { CanceledError, HaltedError, WaitTimeoutError } from '../api/core/errors';
import { getRedactedAudioUrl } from '../api/transcriptParts';
import type { Service } from '../api/core/service';
import { pauseBeforeNextLook } from './schedule';

export interface RedactedAudioWait {
	/** From now, in milliseconds. */
	timeLimitMs: number;
	/** Asked after every look: true ends the wait because another item of the run failed. */
	isHalted: () => boolean;
}

/**
 * Looks for a transcript's redacted audio until it is there and returns its address, for which no key is
 * needed. The service begins with it only when the transcript is finished.
 * @throws WaitTimeoutError at the time limit, CanceledError and HaltedError when it is no longer waited for
 */
export async function waitForRedactedAudio(
	service: Service,
	id: string,
	{ timeLimitMs, isHalted }: RedactedAudioWait,
): Promise<string> {
	const begin = service.clock.now();
	for (;;) {
		const url = await getRedactedAudioUrl(service, id);
		if (url !== undefined) return url;
		if (isHalted()) throw new HaltedError('Another item failed');
		const waited = service.clock.now() - begin;
		const left = timeLimitMs - waited;
		if (left <= 0) {
			throw new WaitTimeoutError('The redacted audio was not there within the time limit', {
				hint: 'AssemblyAI goes on making it: run this operation again later, or raise the time limit in Options.',
			});
		}
		const pause = pauseBeforeNextLook(waited, service.random());
		await service.clock.sleep(Math.min(left, pause), service.signal);
		if (service.signal?.aborted) throw new CanceledError('The execution was stopped');
	}
}
