import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { listModels, supports, type Model } from '../../shared/api/models';
import { serviceOf } from '../../shared/n8n/service';

/** The models of the credential's region, by name or id. */
export async function searchModels(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const models = await listModels(await serviceOf(this));
	const wanted = filter.toLowerCase();
	return {
		results: models
			.filter(({ id, name }) => `${id} ${name ?? ''}`.toLowerCase().includes(wanted))
			.map((model) => ({ name: labelOf(model), value: model.id }))
			.sort((one, other) => one.name.localeCompare(other.name)),
	};
}

function labelOf(model: Model): string {
	const facts = [
		model.context_length && `${Math.round(model.context_length / 1000)}k context`,
		supports(model, 'response_format') === false && 'no structured output',
	].filter(Boolean);
	return facts.length > 0
		? `${model.name ?? model.id} (${facts.join(', ')})`
		: (model.name ?? model.id);
}
