import { z, type ZodTypeAny } from 'zod';
import {
	object,
	paragraph,
	sentence,
	share,
	status,
	strings,
	transcript,
	url,
	utterance,
} from './transcriptSchema';

// The shapes of the service's answers, from the facts of AssemblyAI's OpenAPI documents (speech-to-text of
// August 2026, LLM Gateway of mid 2026).

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?$/);

const transcriptList = z
	.object({
		page_details: z
			.object({
				limit: z.number().int(),
				result_count: z.number().int(),
				current_url: url,
				prev_url: url.nullable(),
				next_url: url.nullable(),
			})
			.strict(),
		transcripts: z.array(
			z
				.object({
					id: z.string().uuid(),
					resource_url: url,
					status,
					created: date,
					completed: date.nullable(),
					audio_url: url,
					error: z.string().nullable(),
				})
				.strict(),
		),
	})
	.strict();

const ofTranscript = {
	id: z.string().uuid(),
	confidence: share,
	audio_duration: z.number(),
};

const wordSearch = z
	.object({
		id: z.string().uuid(),
		total_count: z.number().int(),
		matches: z.array(
			z
				.object({
					text: z.string(),
					count: z.number().int(),
					timestamps: z.array(z.array(z.number().int())),
					indexes: z.array(z.number().int()),
				})
				.strict(),
		),
	})
	.strict();

const tokens = z.number().int().nonnegative();

const choice = z.object({
	index: z.number().int().optional(),
	message: z.object({
		role: z.string(),
		content: z.string().nullable(),
		tool_calls: z
			.array(
				z.object({
					id: z.string(),
					type: z.literal('function'),
					function: z.object({ name: z.string(), arguments: z.string() }),
				}),
			)
			.optional(),
	}),
	finish_reason: z.string(),
});

const chatCompletion = z
	.object({
		request_id: z.string().uuid(),
		/** Observed; not in the document. */
		model: z.string(),
		choices: z.array(choice),
		request: z.object({ model: z.string(), max_tokens: z.number().int().optional() }).passthrough(),
		usage: z
			.object({
				input_tokens: tokens,
				prompt_tokens: tokens,
				output_tokens: tokens,
				completion_tokens: tokens,
				total_tokens: tokens,
				// The official Python SDK refuses a reply that lacks one of these counts.
				prompt_tokens_details: z.object({
					cached_tokens: tokens,
					audio_tokens: tokens,
					cache_creation: z.object({
						ephemeral_5m_input_tokens: tokens,
						ephemeral_1h_input_tokens: tokens,
					}),
				}),
				completion_tokens_details: z.object({
					reasoning_tokens: tokens,
					audio_tokens: tokens,
					accepted_prediction_tokens: tokens,
					rejected_prediction_tokens: tokens,
				}),
			})
			.passthrough(),
		http_status_code: z.number().int(),
		response_time: z.number().int(),
		llm_status_code: z.number().int(),
	})
	.strict();

const provider = z.object({ id: z.string(), name: z.string() });

const models = z.object({
	data: z.array(
		z.object({
			id: z.string(),
			name: z.string(),
			description: z.string(),
			creator: z.string(),
			context_length: z.number().int(),
			supported_parameters: strings,
			default_parameters: z.record(z.string(), z.number().nullable()),
			top_provider: z.object({
				is_moderated: z.boolean(),
				context_length: z.number().int(),
				max_completion_tokens: z.number().int(),
			}),
			pricing: z.object({ global: z.record(z.string(), z.number()) }).passthrough(),
			retirement_date: z.number().int(),
			available_regions: strings,
			providers: z.array(provider),
			default_provider: provider,
		}),
	),
});

const understanding = z
	.object({
		speech_understanding: z.object({ request: object, response: object }),
		utterances: z.array(utterance).optional(),
		translated_texts: z.record(z.string(), z.string()).optional(),
		request_id: z.string().uuid(),
	})
	.strict();

const speechToTextError = z.object({ error: z.string() }).strict();
const authError = z
	.object({ error: z.string(), status: z.literal('error'), request_id: z.string().uuid() })
	.strict();
const gatewayError = z
	.object({
		code: z.number().int(),
		message: z.string(),
		request_id: z.string().uuid(),
		metadata: z
			.object({ errors: z.array(z.string()) })
			.strict()
			.optional(),
	})
	.strict();

const ONE = '/v2/transcript/[0-9a-f-]{36}';

const ANSWERS: Array<[method: string, path: string, schema: ZodTypeAny]> = [
	['POST', '/v2/upload', z.object({ upload_url: url }).strict()],
	['POST', '/v2/transcript', transcript],
	['GET', '/v2/transcript', transcriptList],
	['GET', ONE, transcript],
	['DELETE', ONE, transcript],
	['GET', `${ONE}/sentences`, z.object({ ...ofTranscript, sentences: z.array(sentence) }).strict()],
	[
		'GET',
		`${ONE}/paragraphs`,
		z.object({ ...ofTranscript, paragraphs: z.array(paragraph) }).strict(),
	],
	['GET', `${ONE}/word-search`, wordSearch],
	[
		'GET',
		`${ONE}/redacted-audio`,
		z.object({ status: z.literal('redacted_audio_ready'), redacted_audio_url: url }).strict(),
	],
	['POST', '/v1/chat/completions', chatCompletion],
	['GET', '/v1/models', models],
	['POST', '/v1/understanding', understanding],
];

/** Throws when an answer of the sandbox is none that the service would give. */
export function checkAnswer(method: string, path: string, statusCode: number, body: unknown): void {
	const schema = expected(method, path, statusCode);
	if (schema === undefined || body === undefined) return;
	const parsed = schema.safeParse(body);
	if (parsed.success) return;
	const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
	throw new Error(
		`${method} ${path} answered ${statusCode} in a shape of its own: ${issues.join('; ')}`,
	);
}

function expected(method: string, path: string, statusCode: number): ZodTypeAny | undefined {
	if (statusCode < 300) {
		return ANSWERS.find(
			([ofMethod, pattern]) => ofMethod === method && new RegExp(`^${pattern}$`).test(path),
		)?.[2];
	}
	if (path.startsWith('/v2/')) return speechToTextError;
	if (path.startsWith('/v1/')) return statusCode === 401 ? authError : gatewayError;
	return undefined;
}
