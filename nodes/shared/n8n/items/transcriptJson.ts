import type { IExecuteFunctions } from 'n8n-workflow';
import type { Transcript } from '../../api/transcriptSchema';
import { outputForAgent, transcriptOutput } from '../../transcript/transcriptOutput';

/** A transcript for whoever asked: the next node, or an AI agent that uses the node as a tool. */
export function transcriptJson(
	context: IExecuteFunctions,
	transcript: Transcript,
	simplify: boolean,
): Record<string, unknown> {
	return simplify && isTool(context)
		? outputForAgent(transcript)
		: transcriptOutput(transcript, simplify);
}

/**
 * n8n adds the ending to the type of a node that is used as a tool. Its `isToolExecution` is missing in older
 * versions, and says no where an agent leaves its tools to the engine, as agents do from version 3 on.
 */
export function isTool(context: Pick<IExecuteFunctions, 'getNode'>): boolean {
	return context.getNode().type.endsWith('Tool');
}
