import type { ChatMessage, ChatRequest, JsonSchemaFormat } from '../api/chatCompletions';
import { ApiError } from '../api/errors/ApiError';
import { supports, type Model } from '../api/models';

export interface ModelSettings {
	model: string;
	/** 0 = as many as the questions need. */
	maxTokens: number;
	temperature: number | undefined;
}

/** The service's own default of 1000 cuts the answers to more than two or three questions. */
const TOKENS_FOR_ANY_REPLY = 500;
const TOKENS_PER_QUESTION = 250;
const FEWEST_TOKENS = 2_000;

/**
 * A request with only the parameters that its model takes, because the service refuses the others. Where the
 * list of models does not tell, a parameter is sent.
 */
export function chatRequest(
	settings: ModelSettings,
	model: Model | undefined,
	content: {
		messages: ChatMessage[];
		format: JsonSchemaFormat;
		questionCount: number;
		transcriptId?: string | undefined;
	},
): ChatRequest {
	const sendsTemperature =
		settings.temperature !== undefined && supports(model, 'temperature') !== false;
	return {
		model: settings.model,
		messages: content.messages,
		max_tokens: settings.maxTokens || automaticMaxTokens(content.questionCount, model),
		...(content.transcriptId !== undefined && { transcript_id: content.transcriptId }),
		...(sendsTemperature && { temperature: settings.temperature }),
		...(supports(model, 'response_format') !== false && {
			response_format: { type: 'json_schema', json_schema: content.format },
		}),
	};
}

function automaticMaxTokens(questionCount: number, model: Model | undefined): number {
	const needed = TOKENS_FOR_ANY_REPLY + TOKENS_PER_QUESTION * questionCount;
	const most = model?.top_provider?.max_completion_tokens || Number.POSITIVE_INFINITY;
	return Math.min(Math.max(FEWEST_TOKENS, needed), most);
}

const REFUSABLE = ['response_format', 'temperature'] as const;

/** The same request without the parameter that the service says this model does not support, if that is why it refused. */
export function withoutRefusedParameter(
	request: ChatRequest,
	error: unknown,
): ChatRequest | undefined {
	if (!(error instanceof ApiError) || error.httpStatus !== 400) return undefined;
	const refused = REFUSABLE.filter(
		(parameter) =>
			parameter in request &&
			error.said.includes('does not support') &&
			error.said.includes(parameter),
	);
	if (refused.length === 0) return undefined;
	const reduced = { ...request };
	for (const parameter of refused) delete reduced[parameter];
	return reduced;
}
