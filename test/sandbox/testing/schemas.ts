import { z, type ZodTypeAny } from 'zod';

// The shapes of the service's answers, from the facts of AssemblyAI's OpenAPI documents (speech-to-text of
// August 2026, LLM Gateway of mid 2026). Where the sandbox departs from the documents on purpose, the
// difference stands in `OBSERVED` or beside the field, and in docs/sandbox.md.

const share = z.number().min(0).max(1);
const ms = z.number().int().nonnegative();
const flag = z.boolean().nullable();
const strings = z.array(z.string()).nullable();
const object = z.record(z.string(), z.unknown()).nullable();
const status = z.enum(['queued', 'processing', 'completed', 'error']);
const url = z.string().url();
const speechModel = z.enum(['universal-3-5-pro', 'universal-2']);

const span = { text: z.string(), start: ms, end: ms };
const channel = z.string().nullable().optional();

const word = z
	.object({ ...span, confidence: share, speaker: z.string().nullable(), channel })
	.strict();
const utterance = z
	.object({
		...span,
		confidence: share,
		speaker: z.string(),
		channel,
		words: z.array(word),
		translated_texts: z.record(z.string(), z.string()).optional(),
	})
	.strict();
const sentence = z
	.object({
		...span,
		confidence: share,
		words: z.array(word),
		speaker: z.string().nullable(),
		channel,
	})
	.strict();
const paragraph = z.object({ ...span, confidence: share, words: z.array(word) }).strict();

const modelStatus = z.enum(['success', 'unavailable']);
const timestamp = z.object({ start: ms, end: ms }).strict();
const highlight = z
	.object({
		count: z.number().int(),
		rank: share,
		text: z.string(),
		timestamps: z.array(timestamp),
	})
	.strict();
const sentiment = z
	.object({
		...span,
		sentiment: z.enum(['POSITIVE', 'NEUTRAL', 'NEGATIVE']),
		confidence: share,
		speaker: z.string().nullable(),
		channel,
	})
	.strict();
const entity = z.object({ ...span, entity_type: z.string() }).strict();
const chapter = z
	.object({ gist: z.string(), headline: z.string(), summary: z.string(), start: ms, end: ms })
	.strict();
const topics = z.object({
	status: modelStatus,
	results: z.array(z.unknown()),
	summary: z.record(z.string(), share),
});

/** Sent by the service, absent from the document; or null there where the document has no null. */
const OBSERVED = {
	boost_param: z.string().nullable(),
	content_safety_confidence: z.number().int().nullable(),
	dual_channel: flag,
	error: z.string().nullable(),
	language_detection_results: object,
	metadata: z
		.object({
			domain_used: z.string().nullable(),
			warnings: z.array(z.object({ message: z.string() })),
		})
		.strict()
		.optional(),
	project_id: z.number().int(),
	redact_static_entities: object,
	speaker_options: object,
	token_id: z.number().int(),
	word_boost: z.array(z.string()),
	audio_channels: z.number().int().positive().nullable(),
	keyterms_prompt: strings,
	language_code: z.string().nullable(),
	language_detection_options: object,
	prompt: z.string().nullable(),
	redact_pii_audio_options: object,
	redact_pii_sub: z.enum(['hash', 'entity_name']).nullable(),
	speech_model_used: speechModel.nullable(),
	speech_understanding: z.object({ request: object, response: object.optional() }).nullable(),
	translated_texts: z.record(z.string(), z.string()).nullable(),
};

export const transcript = z
	.object({
		acoustic_model: z.string(),
		audio_duration: z.number().int().nonnegative().nullable(),
		audio_end_at: ms.nullable(),
		audio_start_from: ms.nullable(),
		audio_url: url,
		auto_chapters: flag,
		auto_highlights: z.boolean(),
		auto_highlights_result: z
			.object({ status: modelStatus, results: z.array(highlight) })
			.nullable(),
		chapters: z.array(chapter).nullable(),
		confidence: share.nullable(),
		content_safety: flag,
		content_safety_labels: topics.extend({
			severity_score_summary: z.record(z.string(), z.unknown()),
		}),
		custom_spelling: z.array(z.unknown()).nullable(),
		custom_topics: flag,
		disfluencies: flag,
		domain: z.string().nullable(),
		entities: z.array(entity).nullable(),
		entity_detection: flag,
		filter_profanity: flag,
		format_text: flag,
		iab_categories: flag,
		iab_categories_result: topics.nullable(),
		id: z.string().uuid(),
		language_codes: strings,
		language_confidence: share.nullable(),
		language_confidence_threshold: share.nullable(),
		language_detection: flag,
		language_model: z.string(),
		multichannel: flag,
		punctuate: flag,
		redact_pii: z.boolean(),
		redact_pii_audio: flag,
		redact_pii_audio_quality: z.enum(['mp3', 'wav']).nullable(),
		redact_pii_policies: strings,
		redact_pii_return_unredacted: flag,
		remove_audio_tags: z.enum(['all', 'speaker']).nullable(),
		sentiment_analysis: flag,
		sentiment_analysis_results: z.array(sentiment).nullable(),
		speaker_labels: flag,
		speakers_expected: z.number().int().nullable(),
		speech_model: speechModel.nullable(),
		speech_models: z.array(speechModel).nullable(),
		speech_threshold: share.nullable(),
		speed_boost: flag,
		status,
		summarization: z.boolean(),
		summary: z.string().nullable(),
		summary_model: z.string().nullable(),
		summary_type: z.string().nullable(),
		temperature: share.nullable(),
		text: z.string().nullable(),
		throttled: flag,
		topics: z.array(z.string()),
		unredacted_text: z.string().nullable(),
		unredacted_utterances: z.array(utterance).nullable(),
		unredacted_words: z.array(word).nullable(),
		utterances: z.array(utterance).nullable(),
		webhook_auth: z.boolean(),
		webhook_auth_header_name: z.string().nullable(),
		webhook_status_code: z.number().int().nullable(),
		webhook_url: url.nullable(),
		words: z.array(word).nullable(),
		...OBSERVED,
	})
	.strict();

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?$/);

export const transcriptList = z
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

export const chatCompletion = z
	.object({
		request_id: z.string().uuid(),
		/** Observed; not in the document. */
		model: z.string(),
		choices: z.array(choice),
		request: z.object({ model: z.string(), max_tokens: z.number().int().optional() }).passthrough(),
		usage: z
			.object({ input_tokens: tokens, output_tokens: tokens, total_tokens: tokens })
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
			default_parameters: object,
			top_provider: z.object({
				is_moderated: z.boolean(),
				context_length: z.number().int(),
				max_completion_tokens: z.number().int(),
			}),
			pricing: z.object({ global: z.record(z.string(), z.string()) }).passthrough(),
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
