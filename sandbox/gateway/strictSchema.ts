import { z } from 'zod';
import type { ChatRequest } from './chatRequest';

const objectSchema = z
	.object({
		type: z.literal('object'),
		properties: z.record(z.string(), z.unknown()).optional(),
		required: z.array(z.string()).optional(),
		additionalProperties: z.unknown().optional(),
	})
	.passthrough();

/**
 * What the providers refuse in a schema marked strict: an object with a property that is not required, or
 * one that is open to further properties. Undefined where there is nothing to refuse.
 */
export function strictSchemaFault(format: ChatRequest['response_format']): string | undefined {
	if (format?.json_schema.strict !== true) return undefined;
	return faultIn(format.json_schema.schema, 'schema');
}

function faultIn(schema: unknown, path: string): string | undefined {
	if (schema === null || typeof schema !== 'object') return undefined;
	const object = objectSchema.safeParse(schema);
	if (object.success) {
		const { properties = {}, required = [], additionalProperties } = object.data;
		if (additionalProperties !== false) return `${path}: additionalProperties must be false`;
		const optional = Object.keys(properties).find((name) => !required.includes(name));
		if (optional !== undefined) return `${path}: property '${optional}' must be in required`;
	}
	for (const [name, part] of Object.entries(schema)) {
		const fault = faultIn(part, `${path}.${name}`);
		if (fault !== undefined) return fault;
	}
	return undefined;
}
