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

/** What a run finds out about models by being refused, so that each thing is found out only once. */
export class KnownModels {
	private readonly parameters = new Set<string>();

	private readonly unreasoning = new Set<string>();

	private readonly models = new Set<string>();

	/** False once the service refused a request for the sake of a fallback model named in it. */
	takesFallbacks = true;

	/** Whether to send a parameter: where neither the list of models nor a refusal tells, it is tried. */
	takes(id: string, model: Model | undefined, parameter: RefusableParameter): boolean {
		if (this.parameters.has(`${id} ${parameter}`)) return false;
		return NOT_IN_THE_LIST.includes(parameter) || supports(model, parameter) !== false;
	}

	markParameterRefused(id: string, parameter: RefusableParameter): void {
		this.parameters.add(`${id} ${parameter}`);
		if (parameter === 'reasoning') this.unreasoning.add(id);
	}

	/** The models that were asked without the effort that somebody chose. */
	withoutReasoning(): string[] {
		return [...this.unreasoning];
	}

	markRefused(id: string): void {
		this.models.add(id);
	}

	/** The models that are worth asking: all but the refused ones, the first one where all were refused. */
	usable(chain: readonly string[]): string[] {
		const left = chain.filter((id) => !this.models.has(id));
		return left.length > 0 ? left : chain.slice(0, 1);
	}
}

/** The region's models, read once for all items of a run; without the list the node works as well. */
export class ModelCatalogue {
	private list: Promise<Model[]> | undefined;

	constructor(private readonly service: Service) {}

	async all(): Promise<Model[]> {
		this.list ??= outcomeOf(listModels(this.service)).then((outcome) =>
			outcome.ok ? outcome.value : [],
		);
		return await this.list;
	}
}
