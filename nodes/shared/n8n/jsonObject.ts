import { z } from 'zod';
import { parseJson } from '../api/errorText';

/** The value of a JSON parameter: text as typed, or an object from an expression. */
export const jsonObject = z
	.union([z.string(), z.record(z.string(), z.unknown())])
	.transform((value, check) => {
		if (typeof value !== 'string') return value;
		const parsed = z.record(z.string(), z.unknown()).safeParse(parseJson(value.trim() || '{}'));
		if (parsed.success) return parsed.data;
		check.addIssue({ code: 'custom', message: 'it is not a JSON object' });
		return z.NEVER;
	});
