import type { IBinaryData } from 'n8n-workflow';
import { z } from 'zod';
import { isBlank, isObject } from '../../values';
import { listInText } from '../parameters/typedValue';

const NO_SELECTION = 'it is neither the name of a binary field nor a binary reference';

const NO_CONTENT =
	'the expression gives a file without its content; use the name of its field, or $input.item.binary instead of $binary';

/** n8n's own form, the storage and a path in it; files of Slack, Drive and others have an `id` as well. */
const STORED_ID = /^(?:filesystem|filesystem-v2|s3|azure|database):./;

// `$binary.x` gives a file without its `data`, which is enough where n8n keeps the content elsewhere.
export const binaryReference = z
	.object({
		mimeType: z.string(),
		data: z.string().default(''),
		id: z.string().regex(STORED_ID).optional(),
		fileName: z.string().nullish(),
	})
	.passthrough()
	.refine(({ id, data }) => id !== undefined || data !== '', NO_CONTENT)
	.transform((reference): IBinaryData => {
		const { mimeType, data, id, fileName } = reference;
		return { mimeType, data, ...(id && { id }), ...(fileName && { fileName }) };
	});

type Selection = Array<string | IBinaryData>;

/**
 * Names of binary fields separated by commas or as a list, and what an expression such as
 * `$input.item.binary.data` gives; nothing for all recordings of the item.
 */
export const fileSelection = z.unknown().transform((value, check): Selection => {
	const list: unknown[] = (Array.isArray(value) ? value.flat() : [value]).flatMap(filesIn);
	const chosen = list.filter((one) => !isBlank(one)).map(chosenBy);
	const fault = chosen.find((one) => 'fault' in one)?.fault;
	if (fault === undefined) return chosen.flatMap(({ selected }) => selected);
	check.addIssue({ code: 'custom', message: fault });
	return z.NEVER;
});

/** All files of an item stand in one object, by their fields: `$binary`. */
function filesIn(value: unknown): unknown[] {
	if (!isObject(value) || 'mimeType' in value) return [value];
	const parts = Object.values(value);
	const areFiles = parts.length > 0 && parts.every((part) => isObject(part) && 'mimeType' in part);
	return areFiles ? parts : [value];
}

function chosenBy(one: unknown): { selected: Selection; fault?: string } {
	if (typeof one === 'string') return { selected: namesIn(one) };
	const reference = binaryReference.safeParse(one);
	if (reference.success) return { selected: [reference.data] };
	const isFile = isObject(one) && 'mimeType' in one;
	return { selected: [], fault: isFile ? NO_CONTENT : NO_SELECTION };
}

function namesIn(text: string): string[] {
	const list = listInText(text) ?? text.split(/[,;\n]/);
	return list
		.map((name) =>
			(typeof name === 'object' ? '[…]' : String(name)).trim().replace(/^["']|["']$/g, ''),
		)
		.filter(Boolean);
}
