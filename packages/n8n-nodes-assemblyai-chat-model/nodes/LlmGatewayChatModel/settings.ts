import type { INodeProperties, ISupplyDataFunctions } from 'n8n-workflow';
import { z } from 'zod';
import {
	additionalParameters,
	additionalParametersOption,
} from '../../../../nodes/LlmGatewayAskQuestions/operations/model/additionalParameters';
import {
	modelRegion,
	modelRegionOption,
	reasoningEffort,
	reasoningEffortOption,
	zeroDataRetention,
	zeroDataRetentionOption,
} from '../../../../nodes/LlmGatewayAskQuestions/operations/model/gatewayOptions';
import {
	modelField,
	modelId,
} from '../../../../nodes/LlmGatewayAskQuestions/operations/model/modelFields';
import { optionsOf } from '../../../../nodes/shared/n8n/parameters/commonFields';
import { readParameter } from '../../../../nodes/shared/n8n/parameters/readParameter';

/** The service's own default of 1,000 cuts off the call of a tool with a long text in it. */
const MAX_TOKENS = 4096;

/** Long answers of large models take minutes; the service itself gives up before this. */
const TIMEOUT_SECONDS = 600;

const model: INodeProperties = {
	...modelField,
	description:
		'The model that answers, one of those in the region of your credential. An agent needs one that calls tools; the list says which do not.',
};

const options = optionsOf(
	additionalParametersOption,
	{
		displayName: 'Max Tokens',
		name: 'maxTokens',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: MAX_TOKENS,
		description: 'The most tokens the model may write in one answer, its thoughts included',
	},
	modelRegionOption,
	{
		...reasoningEffortOption,
		description:
			'How hard the model thinks before it answers. Thoughts are paid for as written tokens and count against Max Tokens. A model that does not take it refuses the request.',
	},
	{
		displayName: 'Temperature',
		name: 'temperature',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 2, numberPrecision: 1 },
		default: 0,
		description:
			'How freely the model chooses its words. A model that does not take it refuses the request.',
	},
	{
		displayName: 'Timeout (Seconds)',
		name: 'timeoutSeconds',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: TIMEOUT_SECONDS,
		description: 'How long to wait for one answer of the model',
	},
	zeroDataRetentionOption,
);

export const properties: INodeProperties[] = [model, options];

const chosenOptions = z.object({
	additionalParameters: additionalParameters.optional(),
	maxTokens: z.number().int().min(1).default(MAX_TOKENS),
	modelRegion,
	reasoningEffort,
	temperature: z.number().min(0).max(2).optional(),
	timeoutSeconds: z.number().min(1).default(TIMEOUT_SECONDS),
	zeroDataRetention,
});

export type Settings = z.infer<typeof chosenOptions> & { model: string };

/** What is set in the panel. @throws InputError with the label of what cannot be used */
export function readSettings(context: ISupplyDataFunctions, itemIndex: number): Settings {
	return {
		model: readParameter(context, itemIndex, model, modelId, { extractValue: true }),
		...readParameter(context, itemIndex, options, chosenOptions),
	};
}
