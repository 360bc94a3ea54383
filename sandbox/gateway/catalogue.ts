/** A model as the Gateway lists it. */
export interface CatalogueModel {
	id: string;
	name: string;
	creator: string;
	/** Tokens of prompt and answer together. */
	contextLength: number;
	maxCompletionTokens: number;
	/** Null where the live catalogue holds no list; then nothing is refused. */
	supportedParameters: string[] | null;
	regions: string[] | null;
}

const COMMON = ['max_tokens', 'tools', 'tool_choice'];
const SAMPLING = ['temperature', 'top_p'];
const SCHEMA = 'response_format';
const EVERYWHERE = ['us', 'eu', 'global'];
/** Whose models list it, by AssemblyAI's page on chat completions. */
const STREAMING_CREATORS = ['Anthropic', 'Google', 'OpenAI'];
/** Named like one of OpenAI's, and run by others. */
const OPEN_WEIGHTS = /^gpt-oss-/;

type Row = [
	id: string,
	name: string,
	creator: string,
	contextLength: number,
	maxCompletionTokens: number,
	supportedParameters: string[] | null,
	regions: string[] | null,
];

// Ids, missing `response_format` and regions as published observations of the live catalogue had them in
// September 2026; context sizes are the makers' own figures, rounded.
const ROWS: Row[] = [
	['claude-sonnet-5', 'Claude Sonnet 5', 'Anthropic', 1_000_000, 128_000, COMMON, ['us', 'global']],
	['claude-opus-5-5', 'Claude Opus 5.5', 'Anthropic', 1_000_000, 128_000, COMMON, EVERYWHERE],
	['claude-opus-4-8', 'Claude Opus 4.8', 'Anthropic', 200_000, 64_000, COMMON, ['us', 'global']],
	[
		'claude-sonnet-4-6',
		'Claude Sonnet 4.6',
		'Anthropic',
		200_000,
		64_000,
		[...COMMON, ...SAMPLING, 'top_k', SCHEMA],
		EVERYWHERE,
	],
	[
		'claude-sonnet-4-5-20250929',
		'Claude Sonnet 4.5',
		'Anthropic',
		200_000,
		64_000,
		[...COMMON, ...SAMPLING, 'top_k', SCHEMA],
		EVERYWHERE,
	],
	[
		'claude-haiku-4-5-20251001',
		'Claude Haiku 4.5',
		'Anthropic',
		200_000,
		64_000,
		[...COMMON, ...SAMPLING, 'top_k', SCHEMA],
		EVERYWHERE,
	],
	[
		'gpt-5.2',
		'GPT-5.2',
		'OpenAI',
		400_000,
		128_000,
		[...COMMON, SCHEMA, 'reasoning_effort'],
		['us'],
	],
	[
		'gpt-5.1',
		'GPT-5.1',
		'OpenAI',
		400_000,
		128_000,
		[...COMMON, SCHEMA, 'reasoning_effort'],
		['us'],
	],
	[
		'gpt-5-mini',
		'GPT-5 mini',
		'OpenAI',
		400_000,
		128_000,
		[...COMMON, SCHEMA, 'reasoning_effort'],
		['us'],
	],
	[
		'gpt-5-nano',
		'GPT-5 nano',
		'OpenAI',
		400_000,
		128_000,
		[...COMMON, SCHEMA, 'reasoning_effort'],
		null,
	],
	['gpt-4.1', 'GPT-4.1', 'OpenAI', 1_000_000, 32_768, [...COMMON, ...SAMPLING], ['us']],
	['gpt-oss-20b', 'gpt-oss-20b', 'OpenAI', 131_072, 32_768, [...COMMON, ...SAMPLING], ['us']],
	[
		'gemini-2.5-pro',
		'Gemini 2.5 Pro',
		'Google',
		1_048_576,
		65_536,
		[...COMMON, ...SAMPLING, SCHEMA, 'reasoning'],
		EVERYWHERE,
	],
	[
		'gemini-2.5-flash',
		'Gemini 2.5 Flash',
		'Google',
		1_048_576,
		65_536,
		[...COMMON, ...SAMPLING, SCHEMA, 'reasoning'],
		EVERYWHERE,
	],
	['gemini-2.5-flash-lite', 'Gemini 2.5 Flash Lite', 'Google', 1_048_576, 65_536, null, EVERYWHERE],
	['qwen3-32B', 'Qwen3 32B', 'Alibaba', 131_072, 16_384, null, null],
	[
		'qwen3.5-4b-32k-fast',
		'Qwen3.5 4B 32k Fast',
		'Alibaba',
		32_768,
		8_192,
		[...COMMON, ...SAMPLING],
		['us'],
	],
];

export const CATALOGUE: CatalogueModel[] = ROWS.map(
	([id, name, creator, contextLength, maxCompletionTokens, supportedParameters, regions]) => ({
		id,
		name,
		creator,
		contextLength,
		maxCompletionTokens,
		supportedParameters:
			supportedParameters && STREAMING_CREATORS.includes(creator) && !OPEN_WEIGHTS.test(id)
				? [...supportedParameters, 'stream']
				: supportedParameters,
		regions,
	}),
);

/** Taken out of service; asking for one is answered with 410. */
const RETIRED =
	/^(claude-opus-4-20250514|claude-sonnet-4-20250514|claude-3-.*|kimi-k2\.5|gemini-3-flash-preview|gemini-3\.1-flash-lite-preview|mistral.*)$/;

export function findModel(id: string): CatalogueModel | 'retired' | undefined {
	return CATALOGUE.find((model) => model.id === id) ?? (RETIRED.test(id) ? 'retired' : undefined);
}

/** The catalogue in the shape of `GET /v1/models`. */
export function catalogueBody(): unknown {
	return {
		data: CATALOGUE.map((model) => ({
			id: model.id,
			name: model.name,
			description: `${model.name}, played by the sandbox's stand-in model`,
			creator: model.creator,
			context_length: model.contextLength,
			supported_parameters: model.supportedParameters,
			default_parameters: { temperature: null, top_p: null, frequency_penalty: null },
			top_provider: {
				is_moderated: false,
				context_length: model.contextLength,
				max_completion_tokens: model.maxCompletionTokens,
			},
			pricing: { global: { prompt: 0, completions: 0, input_cache_read: 0 } },
			retirement_date: 0,
			available_regions: model.regions,
			providers: [{ id: 'sandbox', name: 'Sandbox' }],
			default_provider: { id: 'sandbox', name: 'Sandbox' },
		})),
	};
}
