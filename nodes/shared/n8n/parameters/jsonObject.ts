import { z } from 'zod';
import { parseJson } from '../../api/core/errorText';
import { jsonFault } from '../../jsonFault';

/** The value of a JSON parameter: text as typed, or an object from an expression. */
export const jsonObject = z.unknown().transform((value, check) => {
	const json = typeof value === 'string' ? parseJson(value.trim() || '{}') : value;
	// Zod 3 leaves this name out of a record without a word.
	if (typeof json === 'object' && json !== null && Object.hasOwn(json, '__proto__')) {
		check.addIssue({ code: 'custom', message: 'it has the key __proto__, which would be lost' });
		return z.NEVER;
	}
	const parsed = z.record(z.string(), z.unknown()).safeParse(json);
	if (parsed.success) return parsed.data;
	const fault = json === undefined && typeof value === 'string' ? jsonFault(value) : undefined;
	const message =
		fault === undefined ? 'it is not a JSON object' : `it is not valid JSON: ${fault}`;
	check.addIssue({ code: 'custom', message });
	return z.NEVER;
});
