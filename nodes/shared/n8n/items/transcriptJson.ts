import type { IExecuteFunctions } from 'n8n-workflow';
import type { Transcript } from '../../api/transcriptSchema';
import { isTool } from './isTool';
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
