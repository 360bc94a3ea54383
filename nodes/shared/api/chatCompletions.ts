import { z } from 'zod';
import { call } from './core/call';
import type { Resend } from './core/retryPolicy';
import type { Service } from './core/service';

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
	/** `json-repair` mends broken JSON; what it cannot mend it answers with 500. */
	post_processing_steps?: Array<{ type: 'json-repair' }>;
	/** Models the service asks when the provider of the first one fails. */
	fallbacks?: Array<{ model: string; max_tokens: number }>;
	fallback_config?: { depth: number };
	/** How hard the model may think; its thoughts count against `max_tokens`. */
	reasoning?: { effort: 'low' | 'medium' | 'high' };
	/** Has the provider work on it wherever it is cheapest, and not in the region. */
	model_region?: 'global';
	zero_data_retention?: boolean;
}

export interface JsonSchemaFormat {
	name: string;
	strict: boolean;
	schema: Record<string, unknown>;
}

/** What a model says: a text, or the parts of one. */
export const messageContent = z.union([
	z.string(),
	z.array(z.object({ type: z.string().nullish(), text: z.string().nullish() }).passthrough()),
]);

// LLM Gateway reference, "Create a chat completion". Finish reasons are the providers' own. The answer is paid for,
// so what only stands beside it counts as not there where it is not of the described type.
const chatReplySchema = z
	.object({
		request_id: z.string().nullish().catch(undefined),
		model: z.string().nullish().catch(undefined),
		choices: z
			.array(
				z
					.object({
						message: z
							.object({
								content: messageContent.nullish(),
								refusal: z.string().nullish().catch(undefined),
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
				input_tokens: z.number().nullish().catch(undefined),
				output_tokens: z.number().nullish().catch(undefined),
			})
			.passthrough()
			.nullish()
			.catch(undefined),
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
	model: string;
	requestId: string | undefined;
	inputTokens: number;
	outputTokens: number;
}

/** How providers say that a limit of length ended the answer. */
export const CUT_OFF: ReadonlySet<string> = new Set([
	'length',
	'max_tokens',
	'model_length',
	'model_context_window_exceeded',
]);

/** How providers say that the model or their own filter declined. */
export const DECLINED: ReadonlySet<string> = new Set([
	'refusal',
	'content_filter',
	'content_filtered',
	'guardrail_intervened',
	'safety',
	'recitation',
	'blocklist',
	'prohibited_content',
	'spii',
]);

/** The types of the parts in which models think aloud, which are not what they say: `reasoning`, `thinking`. */
const THOUGHT = /reason|think|thought/i;

/**
 * Asks a model. Asking again after a fault costs a few tokens at most, so it is done unless told otherwise.
 * @param additional what goes into the request last, as it is
 */
export async function createChatCompletion(
	service: Service,
	request: ChatRequest,
	resend: Resend = 'always',
	additional: Readonly<Record<string, unknown>> = {},
): Promise<ChatAnswer> {
	const reply = await call(service, {
		purpose: 'answer the questions',
		method: 'POST',
		url: `${service.llmGatewayUrl}/v1/chat/completions`,
		body: async () => ({ kind: 'json', value: { ...request, ...additional } }),
		timeoutMs: ANSWER_TIMEOUT_MS,
		resend,
		reply: chatReplySchema,
	});
	const choices = reply.choices ?? [];
	const text = choices.map(({ message }) => textOf(message?.content)).join('');
	const reasons = choices.map(({ finish_reason: reason }) => (reason ?? '').toLowerCase());
	return {
		text,
		isCutOff: reasons.some((reason) => CUT_OFF.has(reason)),
		refusal:
			choices.map(({ message }) => message?.refusal).find(Boolean) ?? refusalOf(reasons, text),
		model: reply.model ?? request.model,
		requestId: reply.request_id ?? undefined,
		inputTokens: reply.usage?.input_tokens ?? 0,
		outputTokens: reply.usage?.output_tokens ?? 0,
	};
}

/** What a model says instead of an answer is its reason; a filter leaves nothing but the finish reason. */
function refusalOf(reasons: string[], text: string): string | undefined {
	const declined = reasons.find((reason) => DECLINED.has(reason));
	if (declined === undefined) return undefined;
	const said = text.replace(/\s+/g, ' ').trim();
	return said === '' || said.startsWith('{') ? `its provider gave the reason "${declined}"` : said;
}

/** The text in it, without what the model thought aloud. */
export function textOf(value: z.infer<typeof messageContent> | null | undefined): string {
	if (typeof value === 'string') return value;
	return (value ?? [])
		.filter(({ type }) => !THOUGHT.test(type ?? ''))
		.map(({ text }) => text ?? '')
		.join('');
}
