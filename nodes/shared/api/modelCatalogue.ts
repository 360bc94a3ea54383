import { outcomeOf } from '../outcome';
import { listModels, type Model } from './models';
import type { Service } from './service';

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
