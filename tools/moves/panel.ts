import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { AssemblyAiTranscribe } from '../../nodes/AssemblyAiTranscribe/AssemblyAiTranscribe.node';

const fieldSchema = z.object({ name: z.string(), options: z.array(z.unknown()).optional() });
const groupSchema = z.object({ values: z.array(z.unknown()) });
const valueSchema = z.object({ value: z.string() });

type Field = z.infer<typeof fieldSchema>;

/** Every field of the node's panel, those inside of collections included. */
const FIELDS: Field[] = fieldsIn(new AssemblyAiTranscribe().description.properties);

function fieldsIn(properties: readonly (INodeProperties | unknown)[]): Field[] {
	return properties.flatMap((property) => {
		const group = groupSchema.safeParse(property);
		if (group.success) return fieldsIn(group.data.values);
		const field = fieldSchema.safeParse(property);
		if (!field.success || valueSchema.safeParse(property).success) return [];
		return [field.data, ...fieldsIn(field.data.options ?? [])];
	});
}

/** The choices of a field, as they are sent. */
export function panelChoices(name: string): string[] {
	const values = FIELDS.filter((field) => field.name === name)
		.flatMap(({ options = [] }) => options)
		.flatMap((option) => valueSchema.safeParse(option).data?.value ?? []);
	return [...new Set(values)];
}

/** All fields, under the names that parameters of the API have. */
export function panelParameters(): string[] {
	const names = FIELDS.map(({ name }) =>
		name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
	);
	return [...new Set(names)];
}
