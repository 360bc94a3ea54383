import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { z } from 'zod';
import { InputError } from '../../api/core/errors';
import { isUnset, labelOf, typedValue } from './typedValue';

const CHECK_VALUE = 'Check the value, and if it is an expression what it gives for this item.';

/**
 * Reads a parameter of one item, its expressions evaluated, and parses it. What the panel says of `field` tells
 * how a value of another type is meant, and what the user reads when it cannot be used.
 * @throws InputError with the parameter's label and what is wrong, never in zod's own words
 */
export function readParameter<T>(
	context: Pick<IExecuteFunctions, 'getNodeParameter'>,
	itemIndex: number,
	field: Pick<INodeProperties, 'name' | 'displayName'> & Partial<INodeProperties>,
	schema: z.ZodType<T, z.ZodTypeDef, unknown>,
	{ hint = CHECK_VALUE, ...options }: { extractValue?: boolean; hint?: string } = {},
): T {
	const given: unknown = context.getNodeParameter(field.name, itemIndex, undefined, options);
	const value = options.extractValue ? given : typedValue(field, given);
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const label = labelOf(field, issue?.path ?? []);
	throw new InputError(
		`The parameter ${label} cannot be used: ${issue ? faultOf(issue, value) : 'it is not valid'}`,
		{ hint },
	);
}

interface Issue {
	message: string;
	path: ReadonlyArray<PropertyKey>;
	expected?: unknown;
	code?: unknown;
	minimum?: unknown;
	maximum?: unknown;
}

/** Our own messages begin with a small letter or a name; what else begins with a capital is zod's, for programmers. */
function faultOf(issue: Issue, value: unknown): string {
	if (!/^(?!AssemblyAI)[A-Z]/.test(issue.message)) return issue.message;
	const found = issue.path.reduce<unknown>(
		(inner, name) =>
			typeof inner === 'object' && inner !== null
				? Object.getOwnPropertyDescriptor(inner, name)?.value
				: undefined,
		value,
	);
	if (isUnset(found)) return 'it is empty';
	if (typeof found === 'number') return numberFault(issue, found);
	const wanted = KINDS.get(String(issue.expected));
	return `it is ${kindOf(found)}${wanted ? `, where ${wanted} belongs` : ', which it cannot be'}`;
}

/** Of a number in the place of something else, or beyond its bounds. */
function numberFault({ code, expected, minimum, maximum }: Issue, found: number): string {
	if (!Number.isFinite(found)) return 'it is not a number';
	if (code === 'too_small') return `it must be at least ${String(minimum)}`;
	if (code === 'too_big') return `it must be at most ${String(maximum)}`;
	const wanted = KINDS.get(String(expected));
	if (expected === 'number' || wanted === undefined) return 'it must be a whole number';
	return `it is a number, where ${wanted} belongs`;
}

const KINDS: ReadonlyMap<string, string> = new Map([
	['array', 'a list'],
	['boolean', 'true or false'],
	['number', 'a number'],
	['object', 'an object'],
	['record', 'an object'],
	['string', 'a text'],
]);

function kindOf(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	return KINDS.get(typeof value) ?? 'something else';
}
