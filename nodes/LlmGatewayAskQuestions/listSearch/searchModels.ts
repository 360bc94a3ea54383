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

/** Such as "Claude Sonnet 4.6 (200k context, from $3 in and $15 out, structured output)". */
function labelOf(model: Model): string {
	const { context_length: context, pricing } = model;
	const isHeldToSchema = supports(model, 'response_format');
	const facts = [
		context && `${Math.round(context / 1000)}k context`,
		pricing && priceText(pricing.global),
		isHeldToSchema !== undefined && `${isHeldToSchema ? '' : 'no '}structured output`,
	].filter(Boolean);
	const name = model.name ?? model.id;
	return facts.length > 0 ? `${name} (${facts.join(', ')})` : name;
}

/** For a million tokens read and written; an answer from within a region can cost more. */
function priceText({ prompt, completions }: { prompt: number; completions: number }): string {
	return prompt + completions > 0 ? `from $${prompt} in and $${completions} out` : '';
}
