import { ApiError, CanceledError, HaltedError, WaitTimeoutError } from '../../api/core/errors';
import { isPassing, isRateLimit } from '../../api/core/retryPolicy';
import type { Service } from '../../api/core/service';
import { withinTime } from '../../api/core/withinTime';
import { getRedactedAudioUrl } from '../../api/transcriptParts';
import { outcomeOf, type Outcome } from '../../outcome';
import { pauseBeforeNextLook } from './schedule';

export interface RedactedAudioWait {
	/** From now, in milliseconds. */
	timeLimitMs: number;
	/** Asked after every look: true ends the wait because another item of the run failed. */
	isHalted: () => boolean;
}

/** A look that is begun just before the time limit ends this long after: its reply is a line of text. */
const LAST_LOOK_MS = 10_000;
/** Bad looks in a row that are still taken for a passing fault; being told to wait is an answer. */
const MAX_BAD_LOOKS = 4;

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
	let badLooks = 0;
	for (;;) {
		const timeLeft = timeLimitMs - (service.clock.now() - begin);
		const looking = withinTime(service, Math.max(timeLeft, LAST_LOOK_MS));
		const look = await outcomeOf(getRedactedAudioUrl(looking, id, 'never'));
		if (look.ok && look.value !== undefined) return look.value;
		if (service.signal?.aborted) throw new CanceledError('The execution was stopped');
		badLooks = look.ok || isRateLimit(look.error) ? 0 : badLooks + 1;
		if (!look.ok && (!isPassing(look.error) || badLooks >= MAX_BAD_LOOKS)) throw look.error;
		if (isHalted()) throw new HaltedError('Another item failed');
		const waited = service.clock.now() - begin;
		const left = timeLimitMs - waited;
		if (left <= 0) {
			throw new WaitTimeoutError('The redacted audio was not there within the time limit', {
				hint: 'AssemblyAI goes on making it: run this operation again later, or raise the time limit in Options.',
			});
		}
		const pause = Math.max(pauseBeforeNextLook(waited, service.random()), askedForBy(look));
		await service.clock.sleep(Math.min(left, pause), service.signal);
		if (service.signal?.aborted) throw new CanceledError('The execution was stopped');
	}
}

function askedForBy(look: Outcome<unknown>): number {
	return !look.ok && look.error instanceof ApiError ? (look.error.retryAfterMs ?? 0) : 0;
}
