import { supports, type Model, listModels } from '../../api/models';
import { outcomeOf } from '../../outcome';
import type { Service } from '../../api/core/service';

/** Parameters that some models refuse instead of ignoring them. */
export const REFUSABLE_PARAMETERS = [
	'response_format',
	'temperature',
	'post_processing_steps',
	'reasoning',
] as const;

export type RefusableParameter = (typeof REFUSABLE_PARAMETERS)[number];

/** What the list of models does not tell reliably, so that only trying shows whether a model takes it. */
const NOT_IN_THE_LIST: readonly RefusableParameter[] = ['post_processing_steps', 'reasoning'];

/**
 * What a run knows of models: the region's list, read once for all items, and what it finds out by being refused,
 * so that each thing is found out only once. Without the list the node works as well.
 */
export class KnownModels {
	private reading: Promise<void> | undefined;

	private listed: readonly Model[] = [];

	private readonly refusedParameters = new Set<string>();

	private readonly unreasoning = new Set<string>();

	private readonly refusedModels = new Set<string>();

	/** False once the service refused a request for the sake of a fallback model named in it. */
	takesFallbacks = true;

	constructor(private readonly service: Service) {}

	/** Reads the list, at the first call; before, no model is known. */
	async read(): Promise<void> {
		this.reading ??= outcomeOf(listModels(this.service)).then((outcome) => {
			if (outcome.ok) this.listed = outcome.value;
		});
		await this.reading;
	}

	/** The region's models; none where the list cannot be read. */
	get list(): readonly Model[] {
		return this.listed;
	}

	of(id: string): Model | undefined {
		return this.listed.find((model) => model.id === id);
	}

	/** Whether to send a parameter: where neither the list of models nor a refusal tells, it is tried. */
	takes(id: string, parameter: RefusableParameter): boolean {
		if (this.refusedParameters.has(`${id} ${parameter}`)) return false;
		return NOT_IN_THE_LIST.includes(parameter) || supports(this.of(id), parameter) !== false;
	}

	markParameterRefused(id: string, parameter: RefusableParameter): void {
		this.refusedParameters.add(`${id} ${parameter}`);
		if (parameter === 'reasoning') this.unreasoning.add(id);
	}

	/** The models that were asked without the effort that somebody chose. */
	withoutReasoning(): string[] {
		return [...this.unreasoning];
	}

	markRefused(id: string): void {
		this.refusedModels.add(id);
	}

	/** The models that are worth asking: all but the refused ones, the first one where all were refused. */
	usable(chain: readonly string[]): string[] {
		const left = chain.filter((id) => !this.refusedModels.has(id));
		return left.length > 0 ? left : chain.slice(0, 1);
	}
}
