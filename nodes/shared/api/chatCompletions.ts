import { z } from 'zod';
import { call } from './call';
import type { Service } from './service';

/** Long answers of large models take minutes; the service itself gives up before this. */
const ANSWER_TIMEOUT_MS = 10 * 60 * 1000;

export interface ChatMessage {
	role: 'system' | 'user';
	content: string;
}

export interface ChatRequest {
	model: string;
	messages: ChatMessage[];
	/** The transcript whose text the service puts in place of the first transcript tag. */
	transcript_id?: string;
	max_tokens: number;
	temperature?: number;
	response_format?: { type: 'json_schema'; json_schema: JsonSchemaFormat };
}

export interface JsonSchemaFormat {
	name: string;
	strict: boolean;
	schema: Record<string, unknown>;
}

const content = z.union([
	z.string(),
	z.array(z.object({ text: z.string().nullish() }).passthrough()),
]);

// LLM Gateway reference, "Create a chat completion". Finish reasons are the providers' own.
const chatReplySchema = z
	.object({
		request_id: z.string().nullish(),
		model: z.string().nullish(),
		choices: z
			.array(
				z
					.object({
						message: z
							.object({ content: content.nullish(), refusal: z.string().nullish() })
							.passthrough()
							.nullish(),
						finish_reason: z.string().nullish(),
					})
					.passthrough(),
			)
			.nullish(),
		usage: z
			.object({ input_tokens: z.number().nullish(), output_tokens: z.number().nullish() })
			.passthrough()
			.nullish(),
	})
	.passthrough();

export interface ChatAnswer {
	/** What the model said, joined where the service split it over several choices. */
	text: string;
	/** Whether the answer was cut off at the token limit. */
	isCutOff: boolean;
	/** Why the model declined, where its provider says so. */
	refusal: string | undefined;
	/** The model that answered, as the service names it. */
	model: string | undefined;
	requestId: string | undefined;
	inputTokens: number;
	outputTokens: number;
}

const CUT_OFF = new Set(['length', 'max_tokens']);

/** Asks a model. Asking again after a fault costs a few tokens at most, so it is done. */
export async function createChatCompletion(
	service: Service,
	request: ChatRequest,
): Promise<ChatAnswer> {
	const reply = await call(service, {
		purpose: 'answer the questions',
		method: 'POST',
		url: `${service.llmGatewayUrl}/v1/chat/completions`,
		body: async () => ({ kind: 'json', value: request }),
		timeoutMs: ANSWER_TIMEOUT_MS,
		resend: 'always',
		reply: chatReplySchema,
	});
	const choices = reply.choices ?? [];
	return {
		text: choices.map(({ message }) => textOf(message?.content)).join(''),
		isCutOff: choices.some(({ finish_reason: reason }) =>
			CUT_OFF.has((reason ?? '').toLowerCase()),
		),
		refusal: choices.map(({ message }) => message?.refusal).find(Boolean) ?? undefined,
		model: reply.model ?? undefined,
		requestId: reply.request_id ?? undefined,
		inputTokens: reply.usage?.input_tokens ?? 0,
		outputTokens: reply.usage?.output_tokens ?? 0,
	};
}

function textOf(value: z.infer<typeof content> | null | undefined): string {
	if (typeof value === 'string') return value;
	return (value ?? []).map(({ text }) => text ?? '').join('');
}
