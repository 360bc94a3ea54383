import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { REASONING_EFFORTS } from '../../../shared/gateway/models/reasoning';

export const modelRegionOption: INodeProperties = {
	displayName: 'Model Region',
	name: 'modelRegion',
	type: 'options',
	options: [
		{
			name: 'Global',
			value: 'global',
			description:
				'The transcript may be worked on anywhere in the world, which costs less. For Claude, Gemini and the models of OpenAI.',
		},
		{
			name: 'In the Region',
			value: 'inRegion',
			description: 'The region of the credential, for about 10 % more',
		},
	],
	default: 'inRegion',
	description: 'Where the model works on the transcript',
};

export const reasoningEffortOption: INodeProperties = {
	displayName: 'Reasoning Effort',
	name: 'reasoningEffort',
	type: 'options',
	options: [
		{ name: 'High', value: 'high', description: 'Slowest, and the most tokens' },
		{ name: 'Low', value: 'low', description: 'Little thought' },
		{ name: 'Medium', value: 'medium', description: 'Some thought' },
	],
	default: 'medium',
	description:
		'How hard the model thinks before it answers. Thoughts are paid for as written tokens, for which automatic Max Tokens leaves room. Left out for models that do not take it.',
};

export const zeroDataRetentionOption: INodeProperties = {
	displayName: 'Zero Data Retention',
	name: 'zeroDataRetention',
	type: 'boolean',
	default: false,
	description:
		'Whether to ask that neither AssemblyAI nor the provider of the model keeps what they are sent and what they answer. A model for which this cannot be had may be refused.',
};

const CHOICE = 'it must be one of:';

/** An option that was taken away, or an expression that gives nothing, sets nothing. */
function unset(value: unknown): unknown {
	return value === '' || value === null ? undefined : value;
}

const REGIONS = ['global', 'inRegion'] as const;

/** In the region is what the service does where it is not told otherwise. */
export const modelRegion = z
	.preprocess(unset, z.enum(REGIONS, { message: `${CHOICE} ${REGIONS.join(', ')}` }).optional())
	.transform((region) => (region === 'global' ? region : undefined));

export const reasoningEffort = z.preprocess(
	unset,
	z.enum(REASONING_EFFORTS, { message: `${CHOICE} ${REASONING_EFFORTS.join(', ')}` }).optional(),
);

export const zeroDataRetention = z.preprocess(
	unset,
	z.boolean({ message: 'it is neither true nor false' }).default(false),
);
