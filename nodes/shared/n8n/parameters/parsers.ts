import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { splitText } from './splitText';
import { isUnset, listInText } from './typedValue';
import { isBlank, isObject } from '../../values';

/** Request parameters of one kind: their collection in the panel, and how it becomes part of a request. */
export interface ParameterGroup {
	field: INodeProperties;
	/**
	 * From what the user set to request parameters, named as in the API. Only single values are checked here;
	 * what depends on several of them stands in requestRules.ts.
	 */
	request: z.ZodType<Record<string, unknown>, z.ZodTypeDef, unknown>;
}

/**
 * The values of a collection. What is empty counts as not set, also where an expression gave null or '': the
 * service does not take these for "not set" everywhere.
 */
export function settings<Shape extends z.ZodRawShape>(shape: Shape) {
	return z.preprocess(withoutUnset, z.object(shape));
}

function withoutUnset(value: unknown): unknown {
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).filter(([, single]) => !isUnset(single)));
}

export const flag = z.boolean({ message: 'it is neither true nor false' });

export const text = z.string({ message: 'it is not a text' }).trim();

/** The name of the field that an output file goes to. */
export const fieldName = z.string().trim().min(1, 'it is empty');

const WHOLE = 'it must be a whole number of at least 1';

export const wholeNumber = z.number({ message: WHOLE }).int(WHOLE).min(1, WHOLE);

/** A number from 0 to 1. */
export const share = z
	.number({ message: 'it is not a number' })
	.min(0, 'it must be between 0 and 1')
	.max(1, 'it must be between 0 and 1');

export function choice<Value extends string>(values: readonly [Value, ...Value[]]) {
	return z.enum(values, { message: `it must be one of: ${values.join(', ')}` });
}

/** Several values in one field: a text of several, a list, or a list as JSON text. */
export const textListBy = (split: (text: string) => string[]) =>
	z.unknown().transform((value, check): string[] => {
		if (isUnset(value)) return [];
		// The empty ones go first, since a schema takes its time for each entry.
		const list = typeof value === 'string' ? (listInText(value) ?? split(value)) : value;
		if (!Array.isArray(list)) {
			check.addIssue({
				code: 'custom',
				message: 'it is neither a text nor a list of texts',
				fatal: true,
			});
			return z.NEVER;
		}
		const entries: unknown[] = list.flat().filter((entry) => !isBlank(entry));
		return entries.map((entry, index) => {
			if (typeof entry === 'string' || typeof entry === 'number') return String(entry).trim();
			check.addIssue({ code: 'custom', path: [index], message: 'it is not a text' });
			return '';
		});
	});

/** One value per line, or separated by commas where there is but one line. */
export const textList = textListBy(splitText);

export function countWords(value: string): number {
	return value.split(/\s+/).filter(Boolean).length;
}
