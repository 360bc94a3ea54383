import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { z } from 'zod';
import { InputError } from '../../api/core/errors';

/**
 * Reads a parameter of one item, its expressions evaluated, and parses it. `label` is its name in the panel,
 * for the message a user reads when an expression gave something else.
 */
export function readParameter<T>(
	context: IExecuteFunctions,
	itemIndex: number,
	{ name, displayName }: Pick<INodeProperties, 'name' | 'displayName'>,
	schema: z.ZodType<T, z.ZodTypeDef, unknown>,
	options: { extractValue?: boolean } = {},
): T {
	const value: unknown = context.getNodeParameter(name, itemIndex, undefined, options);
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const path = issue?.path.length ? ` (${issue.path.join('.')})` : '';
	throw new InputError(
		`The parameter ${displayName}${path} cannot be used: ${issue?.message ?? 'invalid'}`,
		{
			hint: 'Check the value, and if it is an expression what it gives for this item.',
		},
	);
}
