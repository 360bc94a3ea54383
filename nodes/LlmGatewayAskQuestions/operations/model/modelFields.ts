import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import {
	includeInputField,
	includeInputFields,
	optionsOf,
} from '../../../shared/n8n/parameters/commonFields';
import { additionalParameters, additionalParametersOption } from './additionalParameters';
import {
	modelRegion,
	modelRegionOption,
	reasoningEffort,
	reasoningEffortOption,
	zeroDataRetention,
	zeroDataRetentionOption,
} from './gatewayOptions';

export const modelField: INodeProperties = {
	displayName: 'Model',
	name: 'model',
	type: 'resourceLocator',
	default: { mode: 'list', value: 'claude-sonnet-4-6', cachedResultName: 'Claude Sonnet 4.6' },
	required: true,
	description:
		'The model that answers, one of those in the region of your credential. The list says how many tokens it can read at once (an hour of talk is about 15,000), what a million of them cost read and written, whether its provider guarantees the format of answers, and when it is taken out of service.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchModels', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. claude-sonnet-4-6',
		},
	],
};

export const modelId = z.string().trim().min(1, 'choose a model or type its ID');

const fallbackModelsOption: INodeProperties = {
	displayName: 'Fallback Models',
	name: 'fallbackModels',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Model',
	default: {},
	description:
		'Models that are asked in this order when the model is not available, or too small for the transcript',
	options: [
		{
			displayName: 'Model',
			name: 'model',
			values: [{ ...modelField, default: { mode: 'list', value: '' } }],
		},
	],
};

const maxTokensOption: INodeProperties = {
	displayName: 'Max Tokens',
	name: 'maxTokens',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description: 'The most tokens the model may write; 0 = as many as the answer needs',
};

const systemPromptOption: INodeProperties = {
	displayName: 'System Prompt',
	name: 'systemPrompt',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	placeholder: 'e.g. Answer in German. Our product is called MapCare.',
	description: 'Instructions for the model, added to those of the node',
};

const temperatureOption: INodeProperties = {
	displayName: 'Temperature',
	name: 'temperature',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 2, numberPrecision: 1 },
	default: 0,
	description: 'How freely the model chooses its words; left out for models that do not take it',
};

const modelInList = z.object({ model: z.object({ value: z.string().trim() }) });

const fallbackModels = z
	.object({ model: z.array(modelInList).optional() })
	.optional()
	.transform((list) => (list?.model ?? []).map((entry) => entry.model.value).filter(Boolean));

const requestOptionFields: INodeProperties[] = [
	additionalParametersOption,
	fallbackModelsOption,
	maxTokensOption,
	modelRegionOption,
	reasoningEffortOption,
	systemPromptOption,
	temperatureOption,
	zeroDataRetentionOption,
];

/** The options of an operation on each item: those of every request, and its own, by their labels. */
export function optionsWith(...own: INodeProperties[]): INodeProperties {
	return requestOptionsWith(includeInputField, ...own);
}

/** The options of an operation on all items together, whose output has no one input item. */
export function requestOptionsWith(...own: INodeProperties[]): INodeProperties {
	return optionsOf(...requestOptionFields, ...own);
}

/** What `requestOptionFields` give. */
export const requestOptions = z.object({
	additionalParameters: additionalParameters.optional(),
	fallbackModels,
	maxTokens: z.number().int().min(0).default(0),
	modelRegion,
	reasoningEffort,
	systemPrompt: z.string().default(''),
	temperature: z.number().min(0).max(2).optional(),
	zeroDataRetention,
});

export const modelOptions = requestOptions.extend({ includeInputFields });
