import { InputError } from '../api/core/errors';
import type { Service } from '../api/core/service';
import type { Transcript } from '../api/transcriptSchema';
import { getTranscript } from '../api/transcripts';
import { finishedTranscript, isFinished } from './waiting/waitForTranscript';

/**
 * A transcript that must be there already.
 * @throws InputError while it is not finished, TranscriptFailedError when its job ended in an error
 */
export async function completedTranscript(service: Service, id: string): Promise<Transcript> {
	const transcript = await getTranscript(service, id);
	if (isFinished(transcript)) return finishedTranscript(transcript);
	throw new InputError(`The transcript is not finished yet (status: ${transcript.status})`, {
		transcriptId: id,
		status: transcript.status,
		hint: 'Wait until the transcript is finished: fetch it with the operation Get first, with the wait mode Wait Until Finished.',
	});
}
