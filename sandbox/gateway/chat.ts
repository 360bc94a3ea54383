import { modelAnswer, type PromptMessage } from '../model/answer';
import type { Fault } from '../faults/faults';
import type { CatalogueModel } from './catalogue';
import type { ChatRequest } from './chatRequest';
import { gatewayRefusal } from './envelopes';
import { cacheLifetime, NO_CACHE, type CacheUse, type PromptCache } from './promptCache';
import { chosenTool, toolAnswers, toolArguments } from './toolChoice';

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
	cache: PromptCache;
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
		usage: usage(inputTokens, outputTokens, cacheUse(context)),
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
	const called = toolCall(request, messages);
	if (called) {
		const message = { role: 'assistant', content: null, tool_calls: [called] };
		return {
			choices: [{ index: 0, message, finish_reason: reasons.tool }],
			outputTokens: countTokens(called.function.arguments),
		};
	}
	const full = wholeAnswer(request, messages);
	const content = full.slice(0, maxTokens * CHARACTERS_PER_TOKEN);
	const finish_reason = content.length < full.length ? reasons.cut : reasons.done;
	return {
		choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason }],
		outputTokens: countTokens(content),
	};
}

/** What tools have answered is passed on: the stand-in does not read it. */
function wholeAnswer(request: ChatRequest, messages: PromptMessage[]): string {
	const schema = request.response_format?.json_schema.schema;
	const answers = toolAnswers(messages);
	if (answers.length > 0 && schema === undefined) return `The tool says: ${answers.join('\n')}`;
	return modelAnswer(messages, schema);
}

function toolCall(request: ChatRequest, messages: PromptMessage[]) {
	const tool = chosenTool(request, messages);
	if (!tool) return undefined;
	const round = messages.filter(({ role }) => role === 'tool').length + 1;
	return {
		id: `call_${round}`,
		type: 'function',
		function: {
			name: tool.function.name,
			arguments: JSON.stringify(
				toolArguments(tool, messages, modelAnswer(messages, tool.function.parameters)),
			),
		},
	};
}

function cacheUse({ request, model, messages, cache }: ChatContext): CacheUse {
	if (model.creator !== 'Anthropic' || !request.messages) return NO_CACHE;
	const marked = request.messages.map((message, at) => ({
		text: messages[at]?.content ?? '',
		lifetime: cacheLifetime(message),
	}));
	return cache.use(model.id, marked, countTokens);
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

/** With all counts that the official SDKs require, also those that are always zero here. */
function usage(input: number, output: number, cached: CacheUse): unknown {
	const written = (lifetime: CacheUse['lifetime']) =>
		cached.lifetime === lifetime ? cached.writtenTokens : 0;
	return {
		input_tokens: input,
		prompt_tokens: input,
		output_tokens: output,
		completion_tokens: output,
		total_tokens: input + output,
		prompt_tokens_details: {
			cached_tokens: cached.readTokens,
			audio_tokens: 0,
			cache_creation: {
				ephemeral_5m_input_tokens: written('5m'),
				ephemeral_1h_input_tokens: written('1h'),
			},
		},
		completion_tokens_details: {
			reasoning_tokens: 0,
			audio_tokens: 0,
			accepted_prediction_tokens: 0,
			rejected_prediction_tokens: 0,
		},
	};
}

function countTokens(text: string): number {
	return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}
