import type { FinishReason, GenerateResult, MessageContent, TokenUsage } from '@n8n/ai-node-sdk';
import { z } from 'zod';
import { parseJson } from '../../../../nodes/shared/api/core/errorText';
import { InvalidReplyError } from '../../../../nodes/shared/api/core/errors';
import {
	CUT_OFF,
	DECLINED,
	messageContent,
	textOf,
} from '../../../../nodes/shared/api/chatCompletions';

const count = z.number().nullish().catch(undefined);

const toolCall = z.object({
	id: z.string().nullish(),
	function: z.object({
		name: z.string().min(1),
		arguments: z.union([z.string(), z.object({}).passthrough()]).nullish(),
	}),
});

// LLM Gateway reference, "Create a chat completion". What only stands beside the answer does not cost it.
export const chatReplySchema = z
	.object({
		request_id: z.string().nullish().catch(undefined),
		choices: z
			.array(
				z
					.object({
						message: z
							.object({
								content: messageContent.nullish(),
								tool_calls: z.array(toolCall).nullish(),
							})
							.passthrough()
							.nullish(),
						finish_reason: z.string().nullish().catch(undefined),
					})
					.passthrough(),
			)
			.nullish(),
		usage: z
			.object({
				input_tokens: count,
				output_tokens: count,
				prompt_tokens: count,
				completion_tokens: count,
				prompt_tokens_details: z.object({ cached_tokens: count }).nullish().catch(undefined),
				completion_tokens_details: z.object({ reasoning_tokens: count }).nullish().catch(undefined),
			})
			.nullish()
			.catch(undefined),
	})
	.passthrough();

export type ChatReply = z.infer<typeof chatReplySchema>;

/**
 * What a reply gives to n8n: all texts and calls of tools, over however many choices the service split them.
 * @throws InvalidReplyError when a call of a tool cannot be carried out, or when there is nothing at all
 */
export function resultOf(reply: ChatReply): GenerateResult {
	const choices = reply.choices ?? [];
	const requestId = reply.request_id ?? undefined;
	const text = choices.map(({ message }) => textOf(message?.content)).join('');
	const calls = choices.flatMap(({ message }) => message?.tool_calls ?? []);
	const reasons = choices.map(({ finish_reason: reason }) => (reason ?? '').toLowerCase());
	const isCutOff = reasons.some((reason) => CUT_OFF.has(reason));
	const parts = calls.map((call, at) => callPart(call, at, isCutOff, requestId));
	const content: MessageContent[] = text === '' ? parts : [{ type: 'text', text }, ...parts];
	const finishReason = finishReasonOf(reasons, isCutOff, parts.length > 0);
	if (content.length === 0) throw emptyReply(finishReason, requestId);
	return {
		message: { role: 'assistant', content },
		finishReason,
		...(requestId !== undefined && { id: requestId }),
		...(reply.usage && { usage: usageOf(reply.usage) }),
		providerMetadata: { finish_reason: finishReason, ...(requestId && { request_id: requestId }) },
	};
}

/** A call with half of its parameters would run its tool with other ones, or with none. */
function callPart(
	{ id, function: called }: z.infer<typeof toolCall>,
	at: number,
	isCutOff: boolean,
	requestId: string | undefined,
): MessageContent {
	const { name, arguments: given } = called;
	const input = typeof given === 'string' ? given.trim() || '{}' : JSON.stringify(given ?? {});
	const parsed = parseJson(input);
	if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
		throw new InvalidReplyError(
			isCutOff
				? `The model was cut off while it called the tool ${name}`
				: `The model called the tool ${name} with parameters that are no JSON object`,
			{
				hint: isCutOff
					? 'Raise Max Tokens in the options of the chat model.'
					: 'Run it again, or choose another model.',
				requestId,
			},
		);
	}
	return { type: 'tool-call', toolCallId: id || `call_${at + 1}`, toolName: name, input };
}

function finishReasonOf(reasons: string[], isCutOff: boolean, callsTools: boolean): FinishReason {
	if (callsTools) return 'tool-calls';
	if (isCutOff) return 'length';
	if (reasons.some((reason) => DECLINED.has(reason))) return 'content-filter';
	return 'stop';
}

function emptyReply(reason: FinishReason, requestId: string | undefined): InvalidReplyError {
	const hints: Partial<Record<FinishReason, string>> = {
		length:
			'It used up Max Tokens before it said anything, as with much reasoning. Raise Max Tokens in the options of the chat model.',
		'content-filter': 'Its provider declined to answer this. Word the request in another way.',
	};
	return new InvalidReplyError('The model gave an empty answer', {
		hint: hints[reason] ?? 'Run it again, or choose another model.',
		requestId,
	});
}

function usageOf(usage: NonNullable<ChatReply['usage']>): TokenUsage {
	const promptTokens = usage.input_tokens ?? usage.prompt_tokens ?? 0;
	const completionTokens = usage.output_tokens ?? usage.completion_tokens ?? 0;
	const cacheRead = usage.prompt_tokens_details?.cached_tokens;
	const reasoning = usage.completion_tokens_details?.reasoning_tokens;
	return {
		promptTokens,
		completionTokens,
		totalTokens: promptTokens + completionTokens,
		...(cacheRead != null && { inputTokenDetails: { cacheRead } }),
		...(reasoning != null && { outputTokenDetails: { reasoning } }),
	};
}
