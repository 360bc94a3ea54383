import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { SubmissionMemory, SubmissionNote } from '../../transcript/submitOnce';
import { isTool } from './isTool';

const CONTEXT_KEY = 'assemblyAiTranscripts';
/** Of an agent that goes on without end; each takes some 150 bytes of the saved execution. */
const NOTES_KEPT_OF_A_TOOL = 100;

const unfinished = { audioUrl: z.string(), at: z.number() };

const savedNote = z.union([
	z.object({ stage: z.literal('uploaded'), ...unfinished }),
	z.object({ stage: z.literal('sent'), ...unfinished }),
	z.object({
		stage: z.literal('accepted'),
		transcriptId: z.string(),
		at: z.number().optional(),
	}),
]);

const savedNotes = z.custom<Record<string, unknown>>(
	(value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/**
 * Keeps transcript ids in the node's context: n8n carries it from try to try of Retry On Fail and, saved with
 * the execution, into "Retry execution". A process that is killed saves nothing; what it leaves is its log.
 *
 * Made once for a run. What earlier tries have noted is parsed here; each note after that is written on its
 * own, so that it costs the same however many there are.
 */
export function submissionMemoryOf(context: IExecuteFunctions): SubmissionMemory {
	const notes = notesIn(context);
	forgetFinishedRuns(context, notes);
	const known = new Map<string, SubmissionNote>();
	for (const [work, note] of Object.entries(notes)) {
		const parsed = savedNote.safeParse(note);
		if (parsed.success) known.set(work, parsed.data);
	}
	return {
		get: (work) => known.get(work),
		set: (work, note) => {
			known.set(work, note);
			notes[work] = note;
			if (note.stage === 'accepted') logTranscript(context, note.transcriptId);
		},
		delete: (work) => {
			known.delete(work);
			delete notes[work];
		},
	};
}

/** The object itself that n8n saves: side by side, the runs of a tool write into the same. */
function notesIn(context: IExecuteFunctions): Record<string, unknown> {
	const saved = context.getContext('node');
	const parsed = savedNotes.safeParse(saved[CONTEXT_KEY]);
	const notes = parsed.success ? parsed.data : {};
	saved[CONTEXT_KEY] = notes;
	return notes;
}

/**
 * A node's run begins after its earlier ones have ended for good: n8n tries again only the run that failed,
 * and that is the last. So a loop leaves the notes of one round behind. The notes of a run are not dropped at
 * its own end, where nobody knows yet whether n8n takes it for failed.
 */
function forgetFinishedRuns(context: IExecuteFunctions, notes: Record<string, unknown>): void {
	const works = Object.keys(notes);
	const run = runOf(context, 0);
	const finished = isTool(context)
		? works.slice(0, Math.max(0, works.length - NOTES_KEPT_OF_A_TOOL))
		: works.filter((work) => Number(/^run (\d+), /.exec(work)?.[1] ?? run) < run);
	for (const work of finished) delete notes[work];
}

function runOf(context: IExecuteFunctions, itemIndex: number): number {
	return Number(context.getWorkflowDataProxy(itemIndex).$runIndex);
}

/** In the message itself, because n8n's usual log format leaves out the rest. */
function logTranscript(context: IExecuteFunctions, transcriptId: string): void {
	const executionId = context.getExecutionId();
	context.logger.info(
		`[${context.getNode().name}] AssemblyAI accepted a recording: transcript ${transcriptId} (execution ${executionId})`,
		{ transcriptId, executionId },
	);
}

/**
 * Names a piece of work. Item and run belong to it because a loop enters the same node again with the same
 * context; the rest makes sure that other audio or other parameters are other work. An agent that asks once more
 * in the same execution for what it has asked for is given the job that there is.
 */
export function idempotencyKey(
	context: IExecuteFunctions,
	itemIndex: number,
	content: { service: string; audio: string; parameters: Record<string, unknown> },
): string {
	const fingerprint = createHash('sha256').update(JSON.stringify(content)).digest('hex');
	if (isTool(context)) return `tool: ${fingerprint}`;
	return `run ${runOf(context, itemIndex)}, item ${itemIndex}: ${fingerprint}`;
}
