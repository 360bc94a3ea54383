import { createChatCompletion, type ChatAnswer, type ChatRequest } from '../api/chatCompletions';
import { ApiError, AssemblyAiError } from '../api/core/errors';
import type { Model } from '../api/models';
import { isPassing, isRateLimit } from '../api/core/retryPolicy';
import { outcomeOf } from '../outcome';
import { chatRequest, withFallbacks, type ChatContent, type ModelSettings } from './chatRequest';
import type { GatewaySession } from './gatewaySession';
import { addHints, closeModels, largerModels } from './models/modelAdvice';
import { REFUSABLE_PARAMETERS } from './models/knownModels';
import { withoutThoughts } from './thoughts';
import { exceedsContext, refusedParameters, refusesModel } from './models/modelRefusal';

/** A request is changed for each parameter that may be refused, for its fallbacks and for a failed repair. */
const MAX_CORRECTIONS = REFUSABLE_PARAMETERS.length + 2;

/**
 * Asks the chosen model, and where it cannot answer the fallback models in their order. The service's own
 * fallbacks only help when a provider fails; when the service refuses a model, the next one is asked here.
 * @throws the chosen model's error, with advice on what to choose instead
 */
export async function askModel(
	gateway: GatewaySession,
	settings: ModelSettings,
	content: ChatContent,
): Promise<ChatAnswer> {
	const { models } = gateway;
	await models.read();
	const chain = [...new Set([settings.model, ...settings.fallbackModels])];
	const usable = models.usable(chain);
	const failures: Array<{ id: string; error: unknown }> = [];
	for (const [position, id] of usable.entries()) {
		const rest = usable.slice(position + 1);
		const outcome = await outcomeOf(askOne(gateway, { id, rest, settings, content }));
		if (outcome.ok) {
			gateway.count(outcome.value);
			return { ...outcome.value, text: withoutThoughts(outcome.value.text) };
		}
		failures.push({ id, error: outcome.error });
		if (refusesModel(outcome.error)) {
			models.markRefused(id);
			models.takesFallbacks = true;
		}
		if (!anotherModelMayHelp(outcome.error)) break;
	}
	throw firstFailure(failures, models.list, content);
}

interface Attempt {
	id: string;
	/** The models that come after it. */
	rest: string[];
	settings: ModelSettings;
	content: ChatContent;
}

async function askOne(gateway: GatewaySession, attempt: Attempt): Promise<ChatAnswer> {
	const { id } = attempt;
	const { additionalParameters = {} } = attempt.settings;
	let request = requestFor(gateway, attempt);
	for (let corrections = 0; ; corrections++) {
		const isRepaired = 'post_processing_steps' in { ...request, ...additionalParameters };
		// A repair that fails is a 500 as well, and asking the same again would be paid for each time.
		const resend = isRepaired ? 'ifRefused' : 'always';
		const outcome = await outcomeOf(
			createChatCompletion(gateway.serviceFor(id), request, resend, additionalParameters),
		);
		if (outcome.ok) return outcome.value;
		const corrected =
			corrections < MAX_CORRECTIONS && correct(gateway, attempt, request, outcome.error);
		if (!corrected) throw outcome.error;
		request = corrected;
	}
}

function requestFor(
	{ models }: GatewaySession,
	{ id, rest, settings, content }: Attempt,
): ChatRequest {
	const request = chatRequest(id, settings, content, models);
	return withFallbacks(request, rest, settings, content, models);
}

/** The request without what it was refused or failed for; `undefined` where nothing about it can be changed. */
function correct(
	gateway: GatewaySession,
	attempt: Attempt,
	request: ChatRequest,
	error: unknown,
): ChatRequest | undefined {
	const { models } = gateway;
	const sent = REFUSABLE_PARAMETERS.filter((parameter) => request[parameter] !== undefined);
	const refused = refusedParameters(error, sent);
	if (request.fallbacks && mayBeAboutFallback(error, request)) {
		// Which of its models is meant the service does not always say, so this one is asked alone.
		models.takesFallbacks = false;
		return without(request, 'fallbacks', 'fallback_config');
	}
	if (refused.length > 0) {
		for (const parameter of refused) models.markParameterRefused(attempt.id, parameter);
		return requestFor(gateway, attempt);
	}
	if (request.post_processing_steps && isPassing(error) && !isRateLimit(error)) {
		return without(request, 'post_processing_steps');
	}
	return undefined;
}

function mayBeAboutFallback(error: unknown, { model, fallbacks = [] }: ChatRequest): boolean {
	if (!(error instanceof ApiError)) return false;
	const names = (id: string) => error.said.includes(id);
	return fallbacks.some((one) => names(one.model)) || (refusesModel(error) && !names(model));
}

type OptionalField = 'fallbacks' | 'fallback_config' | 'post_processing_steps';

function without(request: ChatRequest, ...fields: OptionalField[]): ChatRequest {
	const rest = { ...request };
	for (const field of fields) delete rest[field];
	return rest;
}

function anotherModelMayHelp(error: unknown): boolean {
	if (refusesModel(error) || exceedsContext(error)) return true;
	return error instanceof ApiError && error.httpStatus >= 500;
}

function firstFailure(
	failures: Array<{ id: string; error: unknown }>,
	models: readonly Model[],
	content: ChatContent,
): unknown {
	const [first, ...others] = failures;
	if (!(first?.error instanceof AssemblyAiError)) return first?.error;
	const { error } = first;
	const tried = others.map(({ id, error: other }) =>
		other instanceof AssemblyAiError ? `${id} (${other.message})` : id,
	);
	addHints(error, [
		...(tried.length > 0
			? [`The fallback models did not answer either: ${tried.join('; ')}.`]
			: []),
		...(refusesModel(error) ? [closeModels(first.id, models)] : []),
		...(exceedsContext(error) ? [largerModels(first.id, models, content)] : []),
	]);
	return error;
}
