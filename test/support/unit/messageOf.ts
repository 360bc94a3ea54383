import type { z } from 'zod';

/** What a user reads when a schema does not accept a value; `undefined` when it does. */
export function messageOf(schema: z.ZodTypeAny, value: unknown): string | undefined {
	return schema.safeParse(value).error?.issues[0]?.message;
}
