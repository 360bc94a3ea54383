import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

export const modelField: INodeProperties = {
	displayName: 'Model',
	name: 'model',
	type: 'resourceLocator',
	default: { mode: 'list', value: 'claude-sonnet-4-6' },
	required: true,
	description:
		'The model that answers; which ones there are depends on the region of the credential',
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

export const askOptionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Evidence',
			name: 'evidence',
			type: 'boolean',
			default: true,
			description:
				'Whether each answer comes with its reason and a quote that is looked up in the recording',
		},
		{
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
		},
		{
			displayName: 'Include Input Fields',
			name: 'includeInputFields',
			type: 'boolean',
			default: false,
			description:
				'Whether the output also has the fields and files of the input item, such as the ID of a CRM record',
		},
		{
			displayName: 'Max Tokens',
			name: 'maxTokens',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'The most tokens the model may write; 0 = as many as the questions need',
		},
		{
			displayName: 'System Prompt',
			name: 'systemPrompt',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'e.g. Answer in German. Our product is called MapCare.',
			description: 'Instructions for all questions, added to those of the node',
		},
		{
			displayName: 'Temperature',
			name: 'temperature',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 2, numberPrecision: 1 },
			default: 0,
			description:
				'How freely the model chooses its words; left out for models that do not take it',
		},
		{
			displayName: 'Unknown Answers',
			name: 'unknownAnswers',
			type: 'options',
			options: [
				{
					name: 'Omit',
					value: 'omit',
					description: 'Leave the key out, so that a field of your CRM keeps its value',
				},
				{ name: 'Set to Null', value: 'setNull', description: 'Put null under the key' },
			],
			default: 'setNull',
			description: 'What to do with questions that the recording does not answer',
		},
	],
};

const modelInList = z.union([
	z.string(),
	z.object({ value: z.string() }).transform(({ value }) => value),
]);

/** As the panel has them, or as IDs from an expression. */
const fallbackModels = z
	.union([
		z.string().transform((ids) => ids.split(/[,\n]/)),
		z.array(modelInList),
		z
			.object({ model: z.array(z.object({ model: modelInList })).optional() })
			.transform(({ model }) => (model ?? []).map((entry) => entry.model)),
	])
	.default([])
	.transform((ids) => ids.map((id) => id.trim()).filter(Boolean));

export const askOptions = z.object({
	evidence: z.boolean().default(true),
	fallbackModels,
	includeInputFields: z.boolean().default(false),
	maxTokens: z.number().int().min(0).default(0),
	systemPrompt: z.string().default(''),
	temperature: z.number().min(0).max(2).optional(),
	unknownAnswers: z.enum(['setNull', 'omit']).default('setNull'),
});
