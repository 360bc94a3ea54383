import { z } from 'zod';
import { parseJson } from '../../api/core/errorText';

/** The value of a JSON parameter: text as typed, or an object from an expression. */
export const jsonObject = z.unknown().transform((value, check) => {
	const json = typeof value === 'string' ? parseJson(value.trim() || '{}') : value;
	const parsed = z.record(z.string(), z.unknown()).safeParse(json);
	if (parsed.success) return parsed.data;
	check.addIssue({ code: 'custom', message: 'it is not a JSON object' });
	return z.NEVER;
});
