import { z } from 'zod';
import { call } from './core/call';
import type { Service } from './core/service';

const READ_TIMEOUT_MS = 30_000;

/** Dollars for a million tokens; the reference does not say whether as numbers or as text. */
const price = z.object({ prompt: z.coerce.number(), completions: z.coerce.number() });
const optionalPrice = price.nullish().catch(undefined);

/** In the year 2100. What is more counts something else than seconds. */
const LAST_SECOND = 4_102_444_800;

// Lists in this reply may be null. LLM Gateway reference, "List models".
const modelSchema = z
	.object({
		id: z.string().min(1),
		name: z.string().nullish(),
		context_length: z.number().nullish(),
		supported_parameters: z.array(z.string()).nullish(),
		// Prices are for reading only: in another shape than expected they must not cost the list.
		pricing: z
			.object({
				global: price,
				us: optionalPrice,
				eu: optionalPrice,
				regional_increase_percent: z.number().min(0).nullish().catch(undefined),
			})
			.nullish()
			.catch(undefined),
		// Seconds since 1970; 0 where none is set.
		retirement_date: z.number().min(0).max(LAST_SECOND).nullish().catch(undefined),
		top_provider: z.object({ max_completion_tokens: z.number().nullish() }).passthrough().nullish(),
	})
	.passthrough();

const modelListSchema = z.object({ data: z.array(modelSchema).nullish() }).passthrough();

export type Model = z.infer<typeof modelSchema>;

/** The models of the region, whether or not the account may use them. */
export async function listModels(service: Service): Promise<Model[]> {
	const reply = await call(service, {
		purpose: 'list the models',
		method: 'GET',
		url: `${service.llmGatewayUrl}/v1/models`,
		timeoutMs: READ_TIMEOUT_MS,
		resend: 'always',
		reply: modelListSchema,
	});
	return reply.data ?? [];
}

/** The day on which a model is taken out of service, as YYYY-MM-DD, where it is known. */
export function retirementDay({ retirement_date: seconds }: Model): string | undefined {
	return seconds ? new Date(seconds * 1000).toISOString().slice(0, 10) : undefined;
}

/** Whether a model takes a request parameter; `undefined` where the list does not tell. */
export function supports(model: Model | undefined, parameter: string): boolean | undefined {
	return model?.supported_parameters?.includes(parameter);
}

/** The most tokens a model can write in one answer; without limit where the list does not tell. */
export function longestAnswer(model: Model | undefined): number {
	return model?.top_provider?.max_completion_tokens || Number.POSITIVE_INFINITY;
}

/** As people know it. */
export function nameOf({ id, name }: Model): string {
	return name ?? id;
}

/**
 * The models that are looked for by name or id, by name.
 * @param isLast which of them come behind the others
 */
export function modelsFound(
	models: readonly Model[],
	filter: string,
	isLast: (model: Model) => boolean,
): Model[] {
	const wanted = filter.toLowerCase();
	return models
		.filter((model) => `${model.id} ${nameOf(model)}`.toLowerCase().includes(wanted))
		.sort(
			(one, other) =>
				Number(isLast(one)) - Number(isLast(other)) || nameOf(one).localeCompare(nameOf(other)),
		);
}
