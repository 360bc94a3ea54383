import { modelAnswer, type PromptMessage } from '../model/answer';
import type { Fault } from '../faults/faults';
import type { CatalogueModel } from './catalogue';
import type { ChatRequest } from './chatRequest';
import { gatewayRefusal } from './envelopes';

const DEFAULT_MAX_TOKENS = 1000;
const CHARACTERS_PER_TOKEN = 4;

export type ChatReplyFault = Extract<Fault, { kind: 'chatReply' }>;

export interface ChatContext {
	request: ChatRequest;
	model: CatalogueModel;
	/** With the transcript in its place. */
	messages: PromptMessage[];
	requestId: string;
	fault: ChatReplyFault | undefined;
	startedAt: number;
}

/** The body of a 200. Throws the service's 400 when prompt and answer do not fit the model's context. */
export function chatBody(context: ChatContext): unknown {
	const { request, model, messages, requestId } = context;
	const promptText = messages.map(({ content }) => content).join('\n');
	const inputTokens = countTokens(promptText);
	const maxTokens = request.max_tokens ?? DEFAULT_MAX_TOKENS;
	if (inputTokens + maxTokens > model.contextLength) {
		throw gatewayRefusal(requestId, 400, 'model context limit exceeded');
	}
	const { choices, outputTokens } = answer(context, maxTokens);
	return {
		request_id: requestId,
		model: model.id,
		choices,
		request: { ...withoutPrompt(request), max_tokens: maxTokens },
		usage: usage(inputTokens, outputTokens),
		http_status_code: 200,
		response_time: Math.round((performance.now() - context.startedAt) * 1_000_000),
		llm_status_code: 200,
	};
}

function answer(
	{ request, model, messages, fault }: ChatContext,
	maxTokens: number,
): { choices: unknown[]; outputTokens: number } {
	const reasons = finishReasons(model);
	if (fault) {
		const finish_reason = fault.finishReason ?? reasons.done;
		const message = { role: 'assistant', content: fault.content };
		const text = JSON.stringify(fault.content ?? '');
		return {
			choices: fault.choices ?? [{ index: 0, message, finish_reason }],
			outputTokens: countTokens(text),
		};
	}
	const call = forcedToolCall(request, messages);
	if (call) {
		const message = { role: 'assistant', content: null, tool_calls: [call] };
		return {
			choices: [{ index: 0, message, finish_reason: reasons.tool }],
			outputTokens: countTokens(call.function.arguments),
		};
	}
	const full = modelAnswer(messages, request.response_format?.json_schema.schema);
	const content = full.slice(0, maxTokens * CHARACTERS_PER_TOKEN);
	const finish_reason = content.length < full.length ? reasons.cut : reasons.done;
	return {
		choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason }],
		outputTokens: countTokens(content),
	};
}

/** A tool is only called where `tool_choice` demands it: the stand-in does not choose tools itself. */
function forcedToolCall(request: ChatRequest, messages: PromptMessage[]) {
	const choice = request.tool_choice;
	if (typeof choice !== 'object') return undefined;
	const tool = request.tools?.find(({ function: { name } }) => name === choice.function.name);
	if (!tool) return undefined;
	const args = modelAnswer(messages, tool.function.parameters);
	return {
		id: 'call_1',
		type: 'function',
		function: { name: tool.function.name, arguments: args },
	};
}

/** Each provider has words of its own for why it stopped. */
function finishReasons({ creator }: CatalogueModel): { done: string; cut: string; tool: string } {
	if (creator === 'Anthropic') return { done: 'end_turn', cut: 'max_tokens', tool: 'tool_use' };
	return { done: 'stop', cut: 'length', tool: 'tool_calls' };
}

function withoutPrompt(request: ChatRequest): Record<string, unknown> {
	const hidden = ['messages', 'prompt'];
	return Object.fromEntries(Object.entries(request).filter(([name]) => !hidden.includes(name)));
}

function usage(input: number, output: number): unknown {
	return {
		input_tokens: input,
		prompt_tokens: input,
		output_tokens: output,
		completion_tokens: output,
		total_tokens: input + output,
		prompt_tokens_details: {
			cached_tokens: 0,
			cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
		},
		completion_tokens_details: { reasoning_tokens: 0 },
	};
}

function countTokens(text: string): number {
	return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}
