import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { choice, settings } from '../../../shared/n8n/parameters/parsers';

/**
 * A feature of Speech Understanding. Its settings are one entry of a fixed collection, so that they stand
 * together in the panel; what a user did not touch has the panel's default.
 */
export interface Feature {
	field: INodeProperties;
	request: z.ZodType<Record<string, unknown>, z.ZodTypeDef, unknown>;
}

export function featureField(
	feature: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
	values: INodeProperties[],
): INodeProperties {
	return {
		...feature,
		type: 'fixedCollection',
		placeholder: `Add ${feature.displayName}`,
		default: {},
		options: [{ displayName: 'Settings', name: 'settings', values }],
	};
}

/** The settings of a feature, from `{ settings: { … } }`; a feature that was only added has its defaults. */
export function featureSettings<Shape extends z.ZodRawShape>(shape: Shape) {
	return z.preprocess(unwrapped, settings(shape));
}

function unwrapped(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	return 'settings' in value ? value.settings : {};
}

export const effort = choice(['low', 'medium']).default('low');

export const effortField: INodeProperties = {
	displayName: 'Effort',
	name: 'effort',
	type: 'options',
	options: [
		{ name: 'Low', value: 'low' },
		{ name: 'Medium', value: 'medium', description: 'Better, slower and at a higher price' },
	],
	default: 'low',
	description: 'How much work the service puts into the result',
};
