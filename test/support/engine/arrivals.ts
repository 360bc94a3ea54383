import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';
import './workbench';
import { prepareBinaryData } from 'n8n-core/dist/execution-engine/node-execution-context/utils/binary-helper-functions';
import { contentOf } from './fileContents';

const FOLDER = path.resolve(__dirname, '../../fixtures/arrivals');

const arrivalSchema = z
	.object({
		/** Which node of n8n gives this, and what is particular about it. */
		node: z.string(),
		json: z.custom<INodeExecutionData['json']>((value) => typeof value === 'object'),
		/** By field: what is in the file, and the name and type that the node hands to n8n. */
		files: z.record(
			z.string(),
			z
				.object({ content: z.string(), name: z.string().optional(), type: z.string().optional() })
				.strict(),
		),
		/** The recordings that come out, in their order. */
		chosen: z
			.array(z.object({ binaryPropertyName: z.string(), fileName: z.string().nullable() }))
			.default([]),
		warnings: z.array(z.string()).default([]),
		/** The message and the hint, where nothing comes out. */
		error: z.string().optional(),
	})
	.strict();

export type Arrival = z.infer<typeof arrivalSchema>;

/** Items as n8n's own nodes give them, by the name of their file. */
export function arrivals(): Array<[string, Arrival]> {
	return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.json'))
		.sort()
		.map((name) => {
			const text = readFileSync(path.join(FOLDER, name), 'utf8');
			return [name.replace('.json', ''), arrivalSchema.parse(JSON.parse(text))];
		});
}

/** The item itself, with its files stored by n8n's own helper. */
export async function itemOf({ json, files }: Arrival): Promise<INodeExecutionData> {
	const entries = Object.entries(files).map(
		async ([field, { content, name, type }]): Promise<[string, IBinaryData]> => [
			field,
			await prepareBinaryData(contentOf(content), 'input', 'arrivals', name, type),
		],
	);
	return { json, binary: Object.fromEntries(await Promise.all(entries)) };
}
