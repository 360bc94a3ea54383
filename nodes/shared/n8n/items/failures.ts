import {
	NodeOperationError,
	type IDataObject,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';
import { AssemblyAiError, type ErrorFacts } from '../../api/core/errors';

/** What a user is told of a failed item. */
interface Explanation {
	message: string;
	facts: ErrorFacts;
}

function explain(error: unknown): Explanation {
	if (error instanceof AssemblyAiError) return { message: error.message, facts: error.facts };
	if (error instanceof NodeOperationError) {
		return { message: error.message, facts: { hint: error.description ?? undefined } };
	}
	return { message: error instanceof Error ? error.message : String(error), facts: {} };
}

/** What went wrong, in the words and with the ids that a user gets in the data. */
export function toldFailure(error: unknown): IDataObject & { message: string } {
	const { message, facts } = explain(error);
	return {
		message: facts.hint ? `${endSentence(message)} ${facts.hint}` : message,
		...(facts.transcriptId !== undefined && { transcriptId: facts.transcriptId }),
		...(facts.status !== undefined && { status: facts.status }),
		...(facts.requestId !== undefined && { requestId: facts.requestId }),
		...(facts.fileName !== undefined && { fileName: facts.fileName }),
		...(facts.binaryPropertyName !== undefined && {
			binaryPropertyName: facts.binaryPropertyName,
		}),
	};
}

/**
 * The output item of a failed one. In every version from 1.123 on n8n sends it to the error output when `error` is
 * all it has, and adds the input item's fields to it there (n8n-core, handleNodeErrorOutput).
 */
export function failedItem(error: unknown, itemIndex: number): INodeExecutionData {
	return { json: { error: toldFailure(error) }, pairedItem: { item: itemIndex } };
}

/** The service's own texts end with a full stop or without. */
function endSentence(text: string): string {
	return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** A recording of the same run whose job is known, for the message of an item that ends the run. */
export interface KnownTranscript {
	itemIndex: number;
	transcriptId: string;
}

/** The error that ends the node: what happened, what to do, and every transcript id that must not be lost. */
export function nodeError(
	node: INode,
	error: unknown,
	itemIndex: number,
	others: KnownTranscript[] = [],
): NodeOperationError {
	const { message, facts } = explain(error);
	return new NodeOperationError(node, `${message} [item ${itemIndex}]`, {
		itemIndex,
		description: describe(facts, otherTranscripts(others)),
	});
}

/** The error of a trigger, which has no items yet. */
export function triggerError(node: INode, error: unknown): NodeOperationError {
	const { message, facts } = explain(error);
	return new NodeOperationError(node, message, { description: describe(facts) });
}

function describe(facts: ErrorFacts, others?: string): string {
	const { hint, transcriptId, requestId, fileName, binaryPropertyName } = facts;
	return [
		hint,
		binaryPropertyName && `File: ${fileName ?? 'without a name'} (field ${binaryPropertyName}).`,
		transcriptId && `Transcript id: ${transcriptId}.`,
		requestId && `Request id: ${requestId}.`,
		others,
	]
		.filter(Boolean)
		.join(' ');
}

function otherTranscripts(others: KnownTranscript[]): string | undefined {
	if (others.length === 0) return undefined;
	const named = others.map(({ itemIndex, transcriptId }) => `item ${itemIndex}: ${transcriptId}`);
	return `Other recordings of this run were submitted and are taken up again on a retry: ${named.join(', ')}.`;
}
