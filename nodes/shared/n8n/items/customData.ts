import type { IExecuteFunctions } from 'n8n-workflow';
import type { KnownTranscript } from './failures';

/** n8n keeps 255 characters of a value; an id has 36. */
const MOST_IDS_SHOWN = 6;
const KEY = 'assemblyAiTranscripts';

/**
 * Puts the transcript ids of a run on the execution, where a person finds and can search them in n8n's list
 * of executions, also when the run failed.
 */
export function showOnExecution(context: IExecuteFunctions, known: KnownTranscript[]): void {
	const ids = [...new Set(known.map(({ transcriptId }) => transcriptId))];
	const rest = ids.length - MOST_IDS_SHOWN;
	const shown = ids.slice(0, MOST_IDS_SHOWN).join(' ');
	customDataOf(context)?.set(KEY, rest > 0 ? `${shown} +${rest}` : shown);
}

/** Older n8n (2.8 and 1.123 among them) gives it to expressions only, not to the node itself. */
function customDataOf(context: IExecuteFunctions): CustomData | undefined {
	return context.customData ?? context.getWorkflowDataProxy(0).$execution?.customData;
}

type CustomData = Pick<IExecuteFunctions['customData'], 'set'>;
