import type { IExecuteFunctions } from 'n8n-workflow';

export interface TokenUsage {
	inputTokens: number;
	outputTokens: number;
}

/**
 * Records the tokens of a run where n8n keeps those of its own AI nodes: in the metadata of the node's run.
 * n8n 2.41 has a function for it (`accumulateTokenUsage`), older versions only the place, so it is written
 * directly. What earlier tries of Retry On Fail recorded is added to.
 */
export function tokenUsageRecorder(context: IExecuteFunctions): (usage: TokenUsage) => void {
	const before = context.getExecuteData().metadata?.tokenUsage;
	return ({ inputTokens, outputTokens }) =>
		context.setMetadata({
			tokenUsage: {
				inputTokens: (before?.inputTokens ?? 0) + inputTokens,
				outputTokens: (before?.outputTokens ?? 0) + outputTokens,
			},
		});
}
