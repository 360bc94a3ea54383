export type Schema = Record<string, unknown>;

/** A part of a JSON schema; what is none counts as one that allows everything. */
export function asSchema(value: unknown): Schema {
	if (value === null || typeof value !== 'object' || Array.isArray(value)) return {};
	return Object.fromEntries(Object.entries(value));
}

export function typesOf({ type }: Schema): unknown[] {
	return Array.isArray(type) ? type : [type];
}

export function numberOr(value: unknown, otherwise: number): number {
	return typeof value === 'number' ? value : otherwise;
}

/** Follows a reference into the schema itself, `#/$defs/point` for instance. */
export function resolve(root: Schema, reference: string): Schema {
	const steps = reference.replace(/^#\/?/, '').split('/').filter(Boolean);
	return steps.reduce((part, step) => asSchema(part[step]), root);
}
