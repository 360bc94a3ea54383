import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

/** Request parameters of one kind: their collection in the panel, and how it becomes part of a request. */
export interface ParameterGroup {
	field: INodeProperties;
	/**
	 * From what the user set to request parameters, named as in the API. What was not set is left out: the
	 * service does not take null or '' for "not set" everywhere.
	 */
	request: z.ZodType<Record<string, unknown>, z.ZodTypeDef, unknown>;
}

/** Several values in one field: one per line, or separated by commas, or an array from an expression. */
export const textList = z
	.union([z.string(), z.array(z.union([z.string(), z.number()]).transform(String))])
	.transform((value) => (typeof value === 'string' ? splitText(value) : value))
	.transform((values) => values.map((value) => value.trim()).filter(Boolean));

function splitText(text: string): string[] {
	return text.split(text.includes('\n') ? '\n' : ',');
}
