import { HaltedError, InputError } from '../../shared/api/core/errors';
import type { Service } from '../../shared/api/core/service';
import type { Transcript } from '../../shared/api/transcriptSchema';
import { getTranscript } from '../../shared/api/transcripts';
import { sourceOfText, sourceOfTranscript, type Source } from '../../shared/gateway/source';
import type { Limiter } from '../../shared/limiter';
import { outcomeOf } from '../../shared/outcome';
import type { JobStatuses } from '../../shared/transcript/waiting/jobStatuses';
import {
	finishedTranscript,
	isFinished,
	waitForTranscript,
} from '../../shared/transcript/waiting/waitForTranscript';
import type { Subject } from './transcriptFields';

/** A transcript that is still being made is waited for as long as Transcribe would by default. */
const WAIT_FOR_TRANSCRIPT_MS = 60 * 60 * 1000;

export interface SourceAccess {
	service: Service;
	jobStatuses: JobStatuses;
	/** Holds a transcript only as long as the work on it takes. */
	inTurn: Limiter;
	isHalted: () => boolean;
}

/**
 * Does something with what an item is about. Its transcript, which may take megabytes, is fetched when the
 * turn has come and let go with it; one that is still being made is waited for without a turn, so that it
 * keeps nobody else from theirs.
 */
export async function withSource<T>(
	{ service, jobStatuses, inTurn, isHalted }: SourceAccess,
	subject: Subject,
	work: (source: Source) => Promise<T>,
): Promise<T> {
	const turn: Limiter = async (withinTurn) =>
		await inTurn(async () => {
			if (isHalted()) throw new HaltedError('Another item failed');
			return await withinTurn();
		});
	if (subject.text !== undefined) {
		const { text } = subject;
		return await turn(async () => await work(sourceOfText(text)));
	}
	const id = subject.transcriptId;
	const limits = { timeLimitMs: WAIT_FOR_TRANSCRIPT_MS, isHalted, jobStatuses };
	const first = await turn(async () => {
		const source = await sourceIfFinished(service, id);
		return source && { result: await work(source) };
	});
	if (first) return first.result;
	await waitForTranscript(service, id, limits);
	return await turn(async () => await work(sourceIn(await waitForTranscript(service, id, limits))));
}

/** In a function of its own, whose end lets go of the transcript while the work on the source goes on. */
async function sourceIfFinished(service: Service, id: string): Promise<Source | undefined> {
	const transcript = await transcriptIfFinished(service, id);
	return transcript && sourceIn(transcript);
}

/** Nothing as well where it cannot be told: waiting for it has the patience for that, and the words. */
async function transcriptIfFinished(service: Service, id: string): Promise<Transcript | undefined> {
	const look = await outcomeOf(getTranscript(service, id, 'never'));
	return look.ok && isFinished(look.value) ? finishedTranscript(look.value) : undefined;
}

function sourceIn(transcript: Transcript): Source {
	if (transcript.text?.trim()) return sourceOfTranscript(transcript);
	throw new InputError('The transcript has no text: nobody speaks in the recording', {
		transcriptId: transcript.id,
		status: transcript.status,
		hint: 'Leave such recordings out before this node, or use its error output.',
	});
}
