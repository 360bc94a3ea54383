import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { SubmissionMemory } from '../transcript/submitOnce';

const CONTEXT_KEY = 'assemblyAiTranscripts';

/**
 * Keeps transcript ids in the node's context: n8n carries it from try to try of Retry On Fail and, saved with
 * the execution, into "Retry execution". A process that is killed saves nothing.
 */
export function submissionMemoryOf(context: IExecuteFunctions): SubmissionMemory {
	const saved = context.getContext('node');
	const read = (): Record<string, string> => readIds(saved[CONTEXT_KEY]);
	const write = (ids: Record<string, string>) => {
		saved[CONTEXT_KEY] = ids;
	};
	return {
		recall: (work) => read()[work],
		remember: (work, transcriptId) => write({ ...read(), [work]: transcriptId }),
		forget: (work) => write(Object.fromEntries(Object.entries(read()).filter(([w]) => w !== work))),
	};
}

function readIds(saved: unknown): Record<string, string> {
	if (typeof saved !== 'object' || saved === null) return {};
	const ids = Object.entries(saved).filter(
		(entry): entry is [string, string] => typeof entry[1] === 'string',
	);
	return Object.fromEntries(ids);
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
