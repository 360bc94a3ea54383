import type { z } from 'zod';

/** @throws Error with the value itself, when it has another shape */
export function parseAs<Output>(
	schema: z.ZodType<Output, z.ZodTypeDef, unknown>,
	value: unknown,
	what: string,
): Output {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
	const shown = JSON.stringify(value)?.slice(0, 1500);
	throw new Error(`${what} is not as expected (${issues.join('; ')}): ${shown}`);
}
