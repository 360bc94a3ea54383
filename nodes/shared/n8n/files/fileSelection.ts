import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { InputError } from '../../api/core/errors';
import { judgeMedia } from '../../audio/mediaFiles';
import { hasMediaSignature } from '../../audio/signature';
import { describeFile, firstBytesOf, type ItemFile } from './itemFile';

const NO_SELECTION = 'it is neither the name of a binary field nor a binary reference';

const NO_CONTENT =
	'the expression gives a file without its content; use the name of its field, or $input.item.binary instead of $binary';

// `$binary.x` gives a file without its `data`, which is enough where n8n keeps the content elsewhere.
const binaryReference = z
	.object({ mimeType: z.string(), data: z.string().default(''), id: z.string().optional() })
	.catchall(z.union([z.string(), z.number()]).optional())
	.refine(({ id, data }) => id !== undefined || data !== '', NO_CONTENT);

/** Names of binary fields separated by commas, or what an expression such as `$input.item.binary.data` gives. */
export const fileSelection = z.unknown().transform((value, check) => {
	const parsed = z.union([z.string(), binaryReference]).safeParse(value);
	if (parsed.success) return parsed.data;
	const isReference = typeof value === 'object' && value !== null && 'mimeType' in value;
	check.addIssue({ code: 'custom', message: isReference ? NO_CONTENT : NO_SELECTION });
	return z.NEVER;
});

type Files = Record<string, IBinaryData>;

/**
 * The files of an item to transcribe.
 * @param selection names of binary fields separated by commas, a binary reference from an expression, or
 * nothing for every audio and video file of the item
 * @throws InputError when there is none, naming what the item has instead
 */
export async function filesOf(
	context: IExecuteFunctions,
	itemIndex: number,
	selection: z.infer<typeof fileSelection>,
): Promise<ItemFile[]> {
	if (typeof selection === 'object') {
		return [await describeFile(context, selection, 'the binary reference')];
	}
	const files = filesOfItem(context, itemIndex);
	const named = selection
		.split(',')
		.map((name) => name.trim())
		.filter(Boolean);
	const chosen = named.length > 0 ? pick(files, named) : await mediaAmong(context, files);
	return await Promise.all(
		Object.entries(chosen).map(async ([field, file]) => await describeFile(context, file, field)),
	);
}

/**
 * All files of an item by field. With the workflow setting "combined" n8n keeps them in the item's JSON under
 * `_files`; other nodes put references into JSON fields of their own.
 */
function filesOfItem(context: IExecuteFunctions, itemIndex: number): Files {
	const item = context.getInputData()[itemIndex];
	return {
		...referencesIn(item?.json._files),
		...referencesIn(item?.json),
		...item?.binary,
	};
}

function referencesIn(json: unknown): Files {
	if (typeof json !== 'object' || json === null || Array.isArray(json)) return {};
	const references = Object.entries(json).flatMap(([field, value]) => {
		const parsed = binaryReference.safeParse(value);
		return parsed.success ? [[field, parsed.data] as const] : [];
	});
	return Object.fromEntries(references);
}

/** In the order of the names. */
function pick(files: Files, names: string[]): Files {
	const found = names.flatMap((name) => {
		const file = files[name];
		return file ? [[name, file] as const] : [];
	});
	if (found.length === names.length) return Object.fromEntries(found);
	const missing = names.filter((name) => files[name] === undefined);
	throw new InputError(`The item has no file in the field ${missing.join(', ')}`, {
		hint: `${listFields(Object.keys(files))} Set Input Binary Field to the right one, or leave it empty to take every audio and video file of the item.`,
	});
}

async function mediaAmong(context: IExecuteFunctions, files: Files): Promise<Files> {
	const judged = await Promise.all(
		Object.entries(files).map(async ([field, file]) => {
			const verdict = judgeMedia(file);
			const isMedia =
				verdict === 'untold'
					? hasMediaSignature(await firstBytesOf(context, file))
					: verdict === 'media';
			return isMedia ? [[field, file] as const] : [];
		}),
	);
	const media = judged.flat();
	if (media.length > 0) return Object.fromEntries(media);
	const present = Object.entries(files).map(
		([field, { mimeType, fileName }]) => `${field} (${fileName ? `${fileName}, ` : ''}${mimeType})`,
	);
	throw new InputError('The item has no audio or video file', {
		hint: `${listFields(present)} Let the earlier node put the recording on the item as a file, name its field in Input Binary Field, or choose the source URL.`,
	});
}

function listFields(fields: string[]): string {
	return fields.length > 0
		? `The item's files are in: ${fields.join(', ')}.`
		: 'The item has no files at all.';
}
