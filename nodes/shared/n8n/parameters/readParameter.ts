import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { z } from 'zod';
import { InputError } from '../../api/core/errors';

const CHECK_VALUE = 'Check the value, and if it is an expression what it gives for this item.';

/**
 * Reads a parameter of one item, its expressions evaluated, and parses it. `label` is its name in the panel,
 * for the message a user reads when an expression gave something else.
 */
export function readParameter<T>(
	context: IExecuteFunctions,
	itemIndex: number,
	{ name, displayName }: Pick<INodeProperties, 'name' | 'displayName'>,
	schema: z.ZodType<T, z.ZodTypeDef, unknown>,
	{ hint = CHECK_VALUE, ...options }: { extractValue?: boolean; hint?: string } = {},
): T {
	const value: unknown = context.getNodeParameter(name, itemIndex, undefined, options);
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const path = issue?.path.length ? ` (${issue.path.join('.')})` : '';
	throw new InputError(
		`The parameter ${displayName}${path} cannot be used: ${issue?.message ?? 'invalid'}`,
		{ hint },
	);
}
