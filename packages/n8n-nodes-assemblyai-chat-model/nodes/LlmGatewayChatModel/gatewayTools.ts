import { getParametersJsonSchema, type Tool } from '@n8n/ai-node-sdk';
import { InputError } from '../../../../nodes/shared/api/core/errors';

export interface GatewayTool {
	type: 'function';
	function: { name: string; description?: string; parameters: unknown };
}

/** The tools of an agent as LLM Gateway takes them. @throws InputError for a tool of some provider's own */
export function toGatewayTools(tools: readonly Tool[]): GatewayTool[] {
	return tools.map((tool) => {
		if (tool.type === 'provider') {
			throw new InputError(`LLM Gateway has no tool of its own called ${tool.name}`, {
				hint: 'Connect a tool node of n8n in its place.',
			});
		}
		const { name, description } = tool;
		const parameters = getParametersJsonSchema(tool);
		return {
			type: 'function',
			function: { name, ...(description && { description }), parameters },
		};
	});
}
