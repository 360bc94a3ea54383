import type { IExecuteFunctions } from 'n8n-workflow';

/** n8n keeps 255 characters of a value; an id has 36. */
const MAX_IDS_SHOWN = 6;
const KEY = 'assemblyAiTranscripts';

/**
 * Puts the transcript ids of a run on the execution, where a person finds and can search them in n8n's list
 * of executions, also when the run failed. What it returns is called for each of them.
 */
export function executionIds(context: IExecuteFunctions): (transcriptId: string) => void {
	const all = new Set<string>();
	const shown: string[] = [];
	let customData: CustomData | undefined;
	return (transcriptId) => {
		if (all.has(transcriptId)) return;
		all.add(transcriptId);
		if (shown.length < MAX_IDS_SHOWN) shown.push(transcriptId);
		const rest = all.size - shown.length;
		const text = rest > 0 ? `${shown.join(' ')} +${rest}` : shown.join(' ');
		customData ??= customDataOf(context);
		customData?.set(KEY, text);
	};
}

/** Older n8n (2.8 and 1.123 among them) gives it to expressions only, not to the node itself. */
function customDataOf(context: IExecuteFunctions): CustomData | undefined {
	return context.customData ?? context.getWorkflowDataProxy(0).$execution?.customData;
}

type CustomData = Pick<IExecuteFunctions['customData'], 'set'>;
