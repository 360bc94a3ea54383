import type { Message, MessageContent } from '@n8n/ai-node-sdk';
import { InputError } from '../../../../nodes/shared/api/core/errors';

export interface GatewayToolCall {
	id: string;
	type: 'function';
	function: { name: string; arguments: string };
}

export type GatewayMessage =
	| { role: 'system' | 'user'; content: string }
	| { role: 'assistant'; content: string | null; tool_calls?: GatewayToolCall[] }
	| { role: 'tool'; content: string; tool_call_id: string };

/** Gateways in use have refused empty texts, and a tool may well have nothing to say. */
const NOTHING = '(empty)';

/**
 * A conversation as LLM Gateway takes it. Texts go out as plain strings, because lists of parts have been refused;
 * what models thought aloud is not sent back.
 * @throws InputError for a file, which the service does not take
 */
export function toGatewayMessages(messages: readonly Message[]): GatewayMessage[] {
	return messages.flatMap(toGateway);
}

function toGateway({ role, content }: Message): GatewayMessage[] {
	if (content.some(({ type }) => type === 'file')) {
		throw new InputError('The agent sent a file to the model, and LLM Gateway takes text only', {
			hint: 'Turn off what passes files on to the model, such as Automatically Passthrough Binary Images of the AI Agent.',
		});
	}
	if (role === 'tool') return content.flatMap(toolResult);
	const text = textOf(content);
	if (role !== 'assistant') return [{ role, content: text || NOTHING }];
	const calls = content.flatMap(toolCall);
	if (calls.length > 0) return [{ role, content: text || null, tool_calls: calls }];
	return text === '' ? [] : [{ role, content: text }];
}

function textOf(content: MessageContent[]): string {
	return content.map((part) => (part.type === 'text' ? part.text : '')).join('');
}

function toolCall(part: MessageContent): GatewayToolCall[] {
	if (part.type !== 'tool-call') return [];
	const { toolCallId = '', toolName: name, input } = part;
	return [{ id: toolCallId, type: 'function', function: { name, arguments: input } }];
}

function toolResult(part: MessageContent): GatewayMessage[] {
	if (part.type !== 'tool-result') return [];
	return [
		{ role: 'tool', content: resultText(part.result) || NOTHING, tool_call_id: part.toolCallId },
	];
}

/** n8n gives a text, or the parts of one. */
function resultText(result: unknown): string {
	if (typeof result === 'string') return result;
	return JSON.stringify(result ?? '');
}
