import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import {
	listModels,
	modelsFound,
	nameOf,
	supports,
	type Model,
} from '../../../../../nodes/shared/api/models';
import { gatewayService } from '../gatewayService';

/** The models of the credential's region, by name or id; last those that call no tools. */
export async function searchModels(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const models = await listModels(await gatewayService(this));
	return {
		results: modelsFound(models, filter, isWithoutTools).map((model) => ({
			name: isWithoutTools(model) ? `${nameOf(model)} (calls no tools)` : nameOf(model),
			value: model.id,
		})),
	};
}

/** Where the list does not tell, the model may well call tools. */
function isWithoutTools(model: Model): boolean {
	return supports(model, 'tools') === false;
}
