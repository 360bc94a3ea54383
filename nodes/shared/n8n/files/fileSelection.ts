import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { InputError } from '../../api/core/errors';
import { isNamedLikeMedia, judgeMedia } from '../../audio/mediaFiles';
import { hasMediaSignature } from '../../audio/signature';
import { notReadable } from './inlineContent';
import { binaryReference, type fileSelection } from './selection';
import { describeFile, firstBytesOf, type ItemFile } from './itemFile';

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
	const missing = selection.filter(
		(one) => typeof one === 'string' && fieldNamed(files, one) === undefined,
	);
	if (missing.length > 0) {
		throw new InputError(`The item has no file in the field ${missing.join(', ')}`, {
			hint: `${listFields(Object.keys(files))} Set Input Binary Field to the right one, or leave it empty to take every audio and video file of the item.`,
		});
	}
	return selection.map((one) => {
		if (typeof one !== 'string') return [fieldOf(files, one) ?? 'the binary reference', one];
		const field = fieldNamed(files, one) ?? one;
		return [field, fileIn(files, field)];
	});
}

/** The field of this name; also where it is written in other capitals or as in an expression, or names the file. */
function fieldNamed(files: Files, name: string): string | undefined {
	if (Object.hasOwn(files, name)) return name;
	const bare = name.replace(/^\$?(?:json\.)?binary\./, '');
	const fields = Object.keys(files);
	const found = [
		fields.filter((field) => field.toLowerCase() === bare.toLowerCase()),
		fields.filter((field) => isFile(files[field]) && files[field].fileName === bare),
	].find(({ length }) => length > 0);
	return found?.length === 1 ? found[0] : undefined;
}

/** Where on the item a file stands that an expression gave. */
function fieldOf(files: Files, { id, data }: IBinaryData): string | undefined {
	return Object.keys(files).find((field) => {
		const file: unknown = files[field];
		return isFile(file) && (id === undefined ? file.data === data : file.id === id);
	});
}

/** n8n's types promise a file, a Code node may put anything there. */
function fileIn(files: Files, field: string): IBinaryData {
	const file: unknown = Object.hasOwn(files, field) ? files[field] : undefined;
	if (isFile(file)) return { ...file, ...textsOf(file) };
	throw notReadable(field, 'it is not a file of n8n');
}

const text = z.string().optional().catch(undefined);
const texts = z.object({ mimeType: text, fileName: text, fileExtension: text });

/** What a Code node wrote in the place of a name or a type is no name and no type. */
function textsOf(file: IBinaryData): Partial<IBinaryData> & { mimeType: string } {
	const { mimeType = '', ...names } = texts.parse(file);
	return { mimeType, ...names };
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
