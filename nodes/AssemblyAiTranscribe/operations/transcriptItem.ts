import type { Transcript } from '../../shared/api/transcriptSchema';
import { includeInput } from '../../shared/n8n/items/includeInput';
import type { Output, Run } from '../../shared/n8n/items/runItems';
import { transcriptJson } from '../../shared/n8n/items/transcriptJson';
import { talkMetricsOutput } from '../../shared/talkMetrics/talkMetricsOutput';
import { isFinished } from '../../shared/transcript/waiting/waitForTranscript';

interface TranscriptItem {
	run: Run;
	itemIndex: number;
	/** Where AssemblyAI calls the execution back, if it is to pause. */
	resumeAt: string | undefined;
	settings: {
		simplify: boolean;
		includeInputFields: boolean;
		talkMetrics: boolean;
		timeLimitMs: number;
	};
	/** What tells which recording it is of: fields of the output, the file's own field, and what was said of it. */
	recording?: { origin: Record<string, unknown>; field: string | undefined; warnings: string[] };
	/** Makes the item anew, with what has become of the transcript by then. */
	lookAgain: () => Promise<Output>;
}

/** A transcript as an output item, with what is needed to finish it after a pause where the job still goes on. */
export function transcriptItem(transcript: Transcript, item: TranscriptItem): Output {
	const { run, itemIndex, resumeAt, settings, lookAgain } = item;
	const { origin, field, warnings } = item.recording ?? {
		origin: {},
		field: undefined,
		warnings: [],
	};
	const { simplify, includeInputFields: includesInput, talkMetrics, timeLimitMs } = settings;
	const json = {
		...transcriptJson(run.context, transcript, simplify),
		...talkMetricsOutput(transcript, settings),
		...origin,
	};
	const output = includesInput ? includeInput(run.context, itemIndex, { json }, field) : { json };
	if (resumeAt === undefined || isFinished(transcript)) return output;
	const pending = {
		transcriptId: transcript.id,
		simplify,
		warnings,
		origin: Object.keys(origin),
		includesInput,
		talkMetrics,
		timeLimitMs,
		lookAgain,
	};
	return { ...output, pending };
}
