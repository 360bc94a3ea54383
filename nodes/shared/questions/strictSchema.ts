import { InputError } from '../api/errors/InputError';

/**
 * A schema as strict output wants it: every object closed and all of its properties required (LLM Gateway
 * reference, "Structured outputs"). What the schema says about that itself is kept.
 * @throws InputError when it does not describe an object, which is all that providers take
 */
export function strictSchema(schema: Record<string, unknown>): Record<string, unknown> {
	if (schema.type !== 'object') {
		throw new InputError('The JSON Schema does not describe an object', {
			hint: 'Give it "type": "object" at its top, with what you want to know as its properties.',
		});
	}
	return completed(schema);
}

function completed(schema: Record<string, unknown>): Record<string, unknown> {
	const parts = Object.fromEntries(
		Object.entries(schema).map(([name, part]) => [name, completedValue(part)]),
	);
	const { properties } = schema;
	if (!isObject(properties)) return parts;
	return { required: Object.keys(properties), additionalProperties: false, ...parts };
}

function completedValue(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(completedValue);
	return isObject(value) ? completed(value) : value;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
