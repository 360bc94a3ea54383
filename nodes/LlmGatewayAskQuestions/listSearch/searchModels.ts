import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { z } from 'zod';
import { regionAt } from '../../shared/api/core/service';
import { priceOf, type ModelPrice, type Workplace } from '../../shared/api/modelPrice';
import {
	listModels,
	modelsFound,
	nameOf,
	retirementDay,
	supports,
	type Model,
} from '../../shared/api/models';
import { serviceOf } from '../../shared/n8n/service/service';

/** The models of the credential's region, by name or id; first those whose answers always have the right form. */
export async function searchModels(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const service = await serviceOf(this);
	const models = await listModels(service);
	const place = isGlobal(this) ? 'global' : regionAt(service.llmGatewayUrl);
	return {
		results: modelsFound(models, filter, (model) => !keepsToFormat(model)).map((model) => ({
			name: labelOf(model, place),
			value: model.id,
		})),
	};
}

const globally = z.object({ options: z.object({ modelRegion: z.literal('global') }) });

/** Whether the node, as it stands in the editor, has its model work anywhere in the world. */
function isGlobal(context: ILoadOptionsFunctions): boolean {
	return globally.safeParse(context.getCurrentNodeParameters()).success;
}

/** Such as "Claude Sonnet 4.6 (reliable answer types, 200k tokens, $3.3 in, $16.5 out, retires 2027-03-31)". */
function labelOf(model: Model, place: Workplace | undefined): string {
	const { context_length: context } = model;
	const price = priceOf(model, place);
	const retires = retirementDay(model);
	const facts = [
		keepsToFormat(model) && 'reliable answer types',
		context && `${readableCount(context)} tokens`,
		price && priceText(price),
		retires && `retires ${retires}`,
	].filter(Boolean);
	return facts.length > 0 ? `${nameOf(model)} (${facts.join(', ')})` : nameOf(model);
}

function keepsToFormat(model: Model): boolean {
	return supports(model, 'response_format') === true;
}

/** 200k or 1M: what a model is called in its maker's own words, whatever the exact number is. */
function readableCount(tokens: number): string {
	const thousands = Math.round(tokens / 1000);
	return thousands < 1000 ? `${thousands}k` : `${Math.round(thousands / 100) / 10}M`;
}

/** For a million tokens read and written. */
function priceText({ prompt, completions, isLowest }: ModelPrice): string {
	if (!(prompt + completions > 0)) return '';
	return `${isLowest ? 'from ' : ''}$${dollars(prompt)} in, $${dollars(completions)} out`;
}

/** As many places as a price has, without the traces that counting in binary leaves. */
function dollars(amount: number): string {
	return String(Number(amount.toFixed(4)));
}
