import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { SubmissionMemory } from '../../transcript/submitOnce';

const CONTEXT_KEY = 'assemblyAiTranscripts';

const unfinished = { audioUrl: z.string(), at: z.number() };

const savedNotes = z
	.record(
		z.string(),
		z.union([
			z.object({ stage: z.literal('uploaded'), ...unfinished }),
			z.object({ stage: z.literal('sent'), ...unfinished }),
			z.object({ stage: z.literal('accepted'), transcriptId: z.string() }),
		]),
	)
	.catch({});

/**
 * Keeps transcript ids in the node's context: n8n carries it from try to try of Retry On Fail and, saved with
 * the execution, into "Retry execution". A process that is killed saves nothing; what it leaves is its log.
 */
export function submissionMemoryOf(context: IExecuteFunctions): SubmissionMemory {
	const saved = context.getContext('node');
	const read = () => savedNotes.parse(saved[CONTEXT_KEY]);
	return {
		recall: (work) => read()[work],
		note: (work, note) => {
			saved[CONTEXT_KEY] = { ...read(), [work]: note };
			if (note.stage === 'accepted') logTranscript(context, note.transcriptId);
		},
		forget: (work) => {
			const others = Object.entries(read()).filter(([other]) => other !== work);
			saved[CONTEXT_KEY] = Object.fromEntries(others);
		},
	};
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
 * context; the rest makes sure that other audio or other parameters are other work.
 */
export function workName(
	context: IExecuteFunctions,
	itemIndex: number,
	content: { service: string; audio: string; parameters: Record<string, unknown> },
): string {
	const run = context.getWorkflowDataProxy(itemIndex).$runIndex;
	const fingerprint = createHash('sha256').update(JSON.stringify(content)).digest('hex');
	return `run ${String(run)}, item ${itemIndex}: ${fingerprint}`;
}
