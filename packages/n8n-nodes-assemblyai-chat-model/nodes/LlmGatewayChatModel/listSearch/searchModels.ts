import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { listModels, supports, type Model } from '../../../../../nodes/shared/api/models';
import { gatewayService } from '../gatewayService';

/** The models of the credential's region, by name or id; last those that call no tools. */
export async function searchModels(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const models = await listModels(await gatewayService(this));
	const wanted = filter.toLowerCase();
	return {
		results: models
			.filter((model) => `${model.id} ${nameOf(model)}`.toLowerCase().includes(wanted))
			.sort(
				(one, other) =>
					Number(isWithoutTools(one)) - Number(isWithoutTools(other)) ||
					nameOf(one).localeCompare(nameOf(other)),
			)
			.map((model) => ({
				name: isWithoutTools(model) ? `${nameOf(model)} (calls no tools)` : nameOf(model),
				value: model.id,
			})),
	};
}

function nameOf({ id, name }: Model): string {
	return name ?? id;
}

/** Where the list does not tell, the model may well call tools. */
function isWithoutTools(model: Model): boolean {
	return supports(model, 'tools') === false;
}
