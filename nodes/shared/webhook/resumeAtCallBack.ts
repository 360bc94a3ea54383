import { withTranscriptId } from '../api/core/errors';
import type { Service } from '../api/core/service';
import type { Transcript } from '../api/transcriptSchema';
import { getTranscript, isUnknownTranscript } from '../api/transcripts';
import { outcomeOf, type Outcome } from '../outcome';
import {
	finishedTranscript,
	isFinished,
	VISIBLE_WITHIN_MS,
} from '../transcript/waiting/waitForTranscript';
import { answeringInTime } from './answerInTime';
import { callBackSchema } from './callBack';
import { refusalOfSender, type ReceivedCall, type Refusal } from './sender';

/** What an execution pauses for. */
export interface PausedJobs {
	service: Service;
	/** Of the credential, if it still has one. */
	secret: string | undefined;
	/** All that are waited for. */
	transcriptIds: readonly string[];
	/** When the pause began, in milliseconds since the epoch. */
	since: number;
}

/** How every job of the execution has ended, by transcript ID. */
export type Ended = ReadonlyMap<string, Outcome<Transcript>>;

/** As many as are fetched side by side while the caller waits for an answer. */
const FETCHES_AT_ONCE = 8;

const stays = (message: string): Refusal => ({ status: 200, message });
const again = (message: string): Refusal => ({ status: 503, message });

/**
 * Judges a call to an execution that pauses until all its jobs have ended. Nothing the call says is believed:
 * the jobs are looked at with the account's own key, the one that was named first. Where a look comes to
 * nothing the answer asks AssemblyAI to call again, since a call that is lost is made up for by the time limit
 * only.
 */
export async function resumeAtCallBack(
	{ service, secret, transcriptIds, since }: PausedJobs,
	call: ReceivedCall,
): Promise<{ ended: Ended } | Refusal> {
	if (secret === undefined) {
		return { status: 403, message: 'The AssemblyAI credential has no Webhook Secret any more' };
	}
	const forged = refusalOfSender({ secret, acceptsUnsigned: false }, call);
	if (forged) return forged;
	const parsed = callBackSchema.safeParse(call.body);
	if (!parsed.success) return { status: 400, message: 'This is not a call-back of AssemblyAI' };
	if (parsed.data.event === 'redactedAudioReady') return stays('Redacted audio is not waited for');
	const { transcriptId } = parsed.data;
	if (!transcriptIds.includes(transcriptId)) {
		return { status: 404, message: 'This execution does not wait for that transcript' };
	}
	const quick = answeringInTime(service);
	const allAreVisible = service.clock.now() - since > VISIBLE_WITHIN_MS;
	const ended = new Map<string, Outcome<Transcript>>();
	for (const ids of inTurns(transcriptId, transcriptIds, service)) {
		const looks = await Promise.all(ids.map(async (id) => [id, await lookAt(quick, id)] as const));
		const goingOn = looks.find(([, look]) => look === 'goesOn');
		if (goingOn?.[0] === transcriptId) return again('It is not finished yet');
		if (goingOn) return stays('The execution waits for its other recordings');
		for (const [id, look] of looks) {
			if (look === 'goesOn') continue;
			if ('unanswered' in look)
				return again(`A transcript could not be fetched: ${look.unanswered}`);
			const isUnknown = !look.ok && isUnknownTranscript(look.error);
			if (isUnknown && !allAreVisible) return again('A transcript is not visible yet');
			ended.set(id, look);
		}
	}
	return { ended };
}

/** How a job has ended. One that the account no longer has will not end in any other way. */
async function lookAt(
	service: Service,
	id: string,
): Promise<Outcome<Transcript> | 'goesOn' | { unanswered: string }> {
	const look = await outcomeOf(getTranscript(service, id, 'never'));
	if (!look.ok) {
		return isUnknownTranscript(look.error)
			? { ok: false, error: withTranscriptId(id, look.error) }
			: { unanswered: look.error instanceof Error ? look.error.message : String(look.error) };
	}
	if (!isFinished(look.value)) return 'goesOn';
	return await outcomeOf(Promise.resolve(look.value).then(finishedTranscript));
}

/**
 * The one that was named, then the others in no order, few at a time and then more: the first of them that goes
 * on ends the looking, so that all calls of a run together cost little more than a few looks at each job.
 */
function inTurns(named: string, all: readonly string[], { random }: Service): string[][] {
	const others = all
		.filter((id) => id !== named)
		.map((id) => ({ id, place: random() }))
		.sort((one, other) => one.place - other.place)
		.map(({ id }) => id);
	const turns = [[named]];
	let size = 1;
	for (let at = 0; at < others.length; at += size) {
		if (at > 0) size = Math.min(FETCHES_AT_ONCE, 2 * size);
		turns.push(others.slice(at, at + size));
	}
	return turns;
}
