import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { InputError } from '../../api/core/errors';
import { isNamedLikeMedia, judgeMedia } from '../../audio/mediaFiles';
import { hasMediaSignature } from '../../audio/signature';
import { notReadable } from './inlineContent';
import { describeFile, firstBytesOf, type ItemFile } from './itemFile';

const NO_SELECTION = 'it is neither the name of a binary field nor a binary reference';

const NO_CONTENT =
	'the expression gives a file without its content; use the name of its field, or $input.item.binary instead of $binary';

/** n8n's own form, the storage and a path in it; files of Slack, Drive and others have an `id` as well. */
const STORED_ID = /^(?:filesystem|filesystem-v2|s3|azure|database):./;

// `$binary.x` gives a file without its `data`, which is enough where n8n keeps the content elsewhere.
const binaryReference = z
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

const namesOrReferences = z.array(z.union([z.string(), binaryReference]));

/**
 * Names of binary fields separated by commas or as a list, and what an expression such as
 * `$input.item.binary.data` gives; nothing for all recordings of the item.
 */
export const fileSelection = z.unknown().transform((value, check): Array<string | IBinaryData> => {
	if (value === undefined || value === null) return [];
	if (typeof value === 'string') return namesIn(value);
	const list: unknown[] = Array.isArray(value) ? value : [value];
	const parsed = namesOrReferences.safeParse(list);
	if (parsed.success) {
		return parsed.data.flatMap(
			(one): Array<string | IBinaryData> => (typeof one === 'string' ? namesIn(one) : [one]),
		);
	}
	const isReference = list.some(
		(one) => typeof one === 'object' && one !== null && 'mimeType' in one,
	);
	check.addIssue({ code: 'custom', message: isReference ? NO_CONTENT : NO_SELECTION });
	return z.NEVER;
});

function namesIn(text: string): string[] {
	return text
		.split(',')
		.map((name) => name.trim())
		.filter(Boolean);
}

type Files = Record<string, IBinaryData>;

/** The recordings of an item, and what was left out although it may be one. */
export interface ChosenFiles {
	files: ItemFile[];
	/** A sentence for each file that was passed over, for people. */
	warnings: string[];
}

/**
 * The files of an item to transcribe, each once, under however many names it stands there.
 * @param selection names of binary fields and binary references; empty for every audio and video file
 * @throws InputError when there is none, naming what the item has instead
 */
export async function filesOf(
	context: IExecuteFunctions,
	itemIndex: number,
	selection: z.infer<typeof fileSelection>,
): Promise<ChosenFiles> {
	const all = filesOfItem(context, itemIndex);
	const { chosen, warnings } =
		selection.length > 0
			? { chosen: pick(all, selection), warnings: [] }
			: await mediaAmong(context, all);
	const files = await Promise.all(
		chosen.map(async ([field, file]) => await describeFile(context, file, field)),
	);
	const seen = new Set<string>();
	const once = files.filter(({ fingerprint }) => !seen.has(fingerprint) && seen.add(fingerprint));
	return { files: once, warnings };
}

/**
 * All files of an item by field. With the workflow setting "combined" n8n keeps them in the item's JSON under
 * `_files`; other nodes put references into JSON fields of their own.
 */
function filesOfItem(context: IExecuteFunctions, itemIndex: number): Files {
	const item = context.getInputData()[itemIndex];
	return {
		...item?.binary,
		...referencesIn(item?.json._files),
		...storedOnly(referencesIn(item?.json)),
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

function storedOnly(files: Files): Files {
	return Object.fromEntries(Object.entries(files).filter(([, { id }]) => id !== undefined));
}

/** In the order of the names. */
function pick(
	files: Files,
	selection: ReadonlyArray<string | IBinaryData>,
): Array<[string, IBinaryData]> {
	const names = selection.filter((one) => typeof one === 'string');
	const missing = names.filter((name) => files[name] === undefined && !Object.hasOwn(files, name));
	if (missing.length > 0) {
		throw new InputError(`The item has no file in the field ${missing.join(', ')}`, {
			hint: `${listFields(Object.keys(files))} Set Input Binary Field to the right one, or leave it empty to take every audio and video file of the item.`,
		});
	}
	return selection.map((one) =>
		typeof one === 'string' ? [one, fileIn(files, one)] : ['the binary reference', one],
	);
}

/** n8n's types promise a file, a Code node may put anything there. */
function fileIn(files: Files, field: string): IBinaryData {
	const file: unknown = Object.hasOwn(files, field) ? files[field] : undefined;
	if (isFile(file)) return file;
	throw notReadable(field, 'it is not a file of n8n');
}

function isFile(value: unknown): value is IBinaryData {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function mediaAmong(
	context: IExecuteFunctions,
	files: Files,
): Promise<{ chosen: Array<[string, IBinaryData]>; warnings: string[] }> {
	const fields = Object.keys(files);
	const judged = await Promise.all(
		fields.map(async (field) => {
			const file = fileIn(files, field);
			const verdict = judgeMedia(file);
			const isMedia =
				verdict === 'untold'
					? hasMediaSignature(await firstBytesOf(context, file, field))
					: verdict === 'media';
			return { field, file, isMedia };
		}),
	);
	const chosen = judged.flatMap(
		({ field, file, isMedia }): Array<[string, IBinaryData]> => (isMedia ? [[field, file]] : []),
	);
	if (chosen.length === 0) {
		const present = judged.map(({ field, file }) => `${field} (${factsOf(file)})`);
		throw new InputError('The item has no audio or video file', {
			hint: `${listFields(present)} Let the earlier node put the recording on the item as a file, name its field in Input Binary Field, or choose the source URL.`,
		});
	}
	const passedOver = judged.filter(({ file, isMedia }) => !isMedia && isNamedLikeMedia(file));
	return {
		chosen,
		warnings: passedOver.map(
			({ field, file }) =>
				`The file in the field ${field} (${factsOf(file)}) was passed over, since its type is that of no recording. Name the field in Input Binary Field to transcribe it.`,
		),
	};
}

function factsOf({ fileName, mimeType }: IBinaryData): string {
	return [fileName, mimeType].filter(Boolean).join(', ') || 'of unknown type';
}

function listFields(fields: string[]): string {
	return fields.length > 0
		? `The item's files are in: ${fields.join(', ')}.`
		: 'The item has no files at all.';
}
