import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { listModels, supports, type Model } from '../../shared/api/models';
import { serviceOf } from '../../shared/n8n/service/service';

/** The models of the credential's region, by name or id; first those whose answers always have the right form. */
export async function searchModels(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const models = await listModels(await serviceOf(this));
	const wanted = filter.toLowerCase();
	return {
		results: models
			.filter((model) => `${model.id} ${nameOf(model)}`.toLowerCase().includes(wanted))
			.sort(
				(one, other) =>
					Number(keepsToFormat(other)) - Number(keepsToFormat(one)) ||
					nameOf(one).localeCompare(nameOf(other)),
			)
			.map((model) => ({ name: labelOf(model), value: model.id })),
	};
}

/** Such as "Claude Sonnet 4.6 (guaranteed format, 200k tokens, from $3 in, $15 out)". */
function labelOf(model: Model): string {
	const { context_length: context, pricing } = model;
	const facts = [
		keepsToFormat(model) && 'guaranteed format',
		context && `${readableCount(context)} tokens`,
		pricing && priceText(pricing.global),
	].filter(Boolean);
	return facts.length > 0 ? `${nameOf(model)} (${facts.join(', ')})` : nameOf(model);
}

function nameOf({ id, name }: Model): string {
	return name ?? id;
}

function keepsToFormat(model: Model): boolean {
	return supports(model, 'response_format') === true;
}

/** 200k or 1M: what a model is called in its maker's own words, whatever the exact number is. */
function readableCount(tokens: number): string {
	const thousands = Math.round(tokens / 1000);
	return thousands < 1000 ? `${thousands}k` : `${Math.round(thousands / 100) / 10}M`;
}

/** For a million tokens read and written; an answer from within a region can cost more. */
function priceText({ prompt, completions }: { prompt: number; completions: number }): string {
	return prompt + completions > 0 ? `from $${prompt} in, $${completions} out` : '';
}
