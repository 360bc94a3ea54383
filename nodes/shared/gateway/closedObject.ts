/** A strict JSON schema of an object that has all of these properties and no others. */
export function closedObject(properties: Record<string, object>): Record<string, unknown> {
	return {
		type: 'object',
		properties,
		required: Object.keys(properties),
		additionalProperties: false,
	};
}
