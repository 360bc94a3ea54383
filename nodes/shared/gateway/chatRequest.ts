import type { ChatMessage, ChatRequest, JsonSchemaFormat } from '../api/chatCompletions';
import { longestAnswer, type Model } from '../api/models';
import type { KnownModels, RefusableParameter } from './models/knownModels';
import type { ReasoningEffort } from './models/reasoning';

export interface ModelSettings {
	model: string;
	/** Asked in this order when the model cannot answer. */
	fallbackModels: string[];
	/** 0 = as many as are needed. */
	maxTokens: number;
	temperature?: number | undefined;
	reasoningEffort?: ReasoningEffort | undefined;
	/** Where the provider works on it, if not in the region. */
	modelRegion?: 'global' | undefined;
	zeroDataRetention?: boolean | undefined;
	/** Goes into each request as it is, after everything else. */
	additionalParameters?: Readonly<Record<string, unknown>> | undefined;
}

/** What is asked, whichever model answers. */
export interface ChatContent {
	messages: ChatMessage[];
	/** The transcript that the service puts in by itself. */
	transcriptId?: string | undefined;
	/** Whether the messages ask for JSON, and its schema if there is one. */
	json: boolean;
	format?: JsonSchemaFormat | undefined;
	/** The tokens that answer and thoughts may need, where the user sets no number. */
	automaticTokens: number;
	/** About how many tokens the model has to read. */
	promptTokens: number;
}

/** The service takes two at most (LLM Gateway reference, "fallback_config"). */
const MAX_FALLBACKS = 2;

/**
 * A request to one model with only the parameters that it takes, because the service refuses the others. A
 * model that cannot be held to a schema has its JSON repaired by the service instead.
 */
export function chatRequest(
	id: string,
	settings: ModelSettings,
	content: ChatContent,
	models: KnownModels,
): ChatRequest {
	const takes = (parameter: RefusableParameter) => models.takes(id, parameter);
	const isHeldToSchema = content.format !== undefined && takes('response_format');
	return {
		model: id,
		messages: content.messages,
		max_tokens: maxTokensFor(settings, content, models.of(id)),
		...(content.transcriptId !== undefined && { transcript_id: content.transcriptId }),
		...(settings.temperature !== undefined &&
			takes('temperature') && { temperature: settings.temperature }),
		...(settings.reasoningEffort !== undefined &&
			takes('reasoning') && { reasoning: { effort: settings.reasoningEffort } }),
		// Where data may go is never left out, whatever a model says to it.
		...(settings.modelRegion !== undefined && { model_region: settings.modelRegion }),
		...(settings.zeroDataRetention === true && { zero_data_retention: true }),
		...(content.format &&
			isHeldToSchema && {
				response_format: { type: 'json_schema', json_schema: content.format },
			}),
		...(content.json &&
			!isHeldToSchema &&
			takes('post_processing_steps') && { post_processing_steps: [{ type: 'json-repair' }] }),
	};
}

function maxTokensFor(
	{ maxTokens }: ModelSettings,
	{ automaticTokens }: ChatContent,
	model: Model | undefined,
): number {
	return maxTokens || Math.min(automaticTokens, longestAnswer(model));
}

/**
 * The same request with the models that the service itself is to ask when a provider fails. It refuses the
 * whole request when one of them is unknown or does not take a parameter, so only models of the region's
 * list that take the same ones are named.
 */
export function withFallbacks(
	request: ChatRequest,
	fallbackModels: readonly string[],
	settings: ModelSettings,
	content: ChatContent,
	models: KnownModels,
): ChatRequest {
	if (!models.takesFallbacks) return request;
	const fallbacks = fallbackModels
		.filter((id) => models.of(id) !== undefined)
		.map((id) => chatRequest(id, settings, content, models))
		.filter((fallback) => sameParameters(request, fallback))
		.slice(0, MAX_FALLBACKS)
		.map(({ model, max_tokens }) => ({ model, max_tokens }));
	if (fallbacks.length === 0) return request;
	return { ...request, fallbacks, fallback_config: { depth: fallbacks.length } };
}

function sameParameters(one: ChatRequest, other: ChatRequest): boolean {
	return Object.keys(one).sort().join() === Object.keys(other).sort().join();
}
