import type { IExecuteFunctions } from 'n8n-workflow';
import { HaltedError, InputError } from '../../../../shared/api/core/errors';
import { pastedUrl } from '../../../../shared/api/pastedUrl';
import { cutRecording } from '../../../../shared/audio/clips/cutRecording';
import { withMediaFragment } from '../../../../shared/audio/clips/mediaFragment';
import { limiterOf } from '../../../../shared/limiter';
import { ExecutionHints } from '../../../../shared/n8n/items/executionHints';
import type { NodeOperation } from '../../../../shared/n8n/items/nodeOperations';
import type { Output } from '../../../../shared/n8n/items/runItems';
import { filesOf } from '../../../../shared/n8n/files/fileSelection';
import { fileSelection } from '../../../../shared/n8n/files/selection';
import type { ItemFile } from '../../../../shared/n8n/files/itemFile';
import { choice, fieldName } from '../../../../shared/n8n/parameters/parsers';
import { readParameter } from '../../../../shared/n8n/parameters/readParameter';
import {
	binaryField,
	clipOptions,
	optionsField,
	outputField,
	quotesField,
	sourceField,
	urlField,
} from './clipFields';
import { clipName } from './clipName';
import { passages, type Passage } from './passages';

/** Reading a file takes the disk and little else, and the clips of each are in memory until they are stored. */
const FILES_AT_ONCE = 2;

/** Without its default, which would take the place of an empty list. */
const quotesAsGiven = { name: quotesField.name, displayName: quotesField.displayName };

type TimedPassage = Passage & { start: number; end: number };

interface Wanted {
	passage: TimedPassage;
	range: { from: number; to: number };
}

export const clipQuotes: NodeOperation = {
	resource: 'audio',
	value: 'clipQuotes',
	name: 'Clip Quotes',
	description: 'Cut the seconds around each quote out of a recording, as files or as links',
	action: 'Clip quotes out of a recording',
	fields: [sourceField, binaryField, urlField, quotesField, outputField, optionsField],
	run: async ({ context, isHalted }) => {
		const hints = new ExecutionHints(context);
		const inTurn = limiterOf(FILES_AT_ONCE);
		let untimed = 0;
		return async (itemIndex) => {
			const source = readParameter(context, itemIndex, sourceField, choice(['binary', 'url']));
			const options = readParameter(context, itemIndex, optionsField, clipOptions);
			const all = readParameter(context, itemIndex, quotesAsGiven, passages);
			const wanted = all.filter(isTimed).map((passage): Wanted => {
				const from = Math.max(0, passage.start - options.secondsBefore * 1000);
				// A word may take no time, and is heard all the same.
				const to = Math.max(from + 1, passage.end + options.secondsAfter * 1000);
				return { passage, range: { from, to } };
			});
			untimed += all.length - wanted.length;
			if (untimed > 0) hints.show('untimed', withoutTime(untimed), 'info');
			const cut =
				source === 'url'
					? linksFor(context, itemIndex, wanted)
					: async () => await inTurn(async () => await filesFor(context, itemIndex, wanted));
			const task = async (): Promise<Output[]> => {
				if (isHalted()) throw new HaltedError('Another item failed');
				const outputs = await cut();
				const input = context.getInputData()[itemIndex]?.json;
				const kept = options.includeInputFields
					? input
					: { transcriptId: input?.transcriptId ?? null };
				return outputs.map((output) => ({ ...output, json: { ...kept, ...output.json } }));
			};
			return [task];
		};
	},
};

function isTimed(passage: Passage): passage is TimedPassage {
	return passage.start !== null && passage.end !== null && passage.end >= passage.start;
}

function withoutTime(count: number): string {
	const which = count === 1 ? '1 quote was' : `${count} quotes were`;
	return `${which} left out: it is not known when that was said`;
}

function linksFor(
	context: IExecuteFunctions,
	itemIndex: number,
	wanted: readonly Wanted[],
): () => Promise<Output[]> {
	const { url } = readParameter(context, itemIndex, urlField, pastedUrl);
	return async () =>
		wanted.map(({ passage, range }) => ({
			json: {
				...toldOf(passage, range),
				clipUrl: withMediaFragment(url, range),
				fileName: null,
				mimeType: null,
			},
		}));
}

async function filesFor(
	context: IExecuteFunctions,
	itemIndex: number,
	wanted: readonly Wanted[],
): Promise<Output[]> {
	const selection = readParameter(context, itemIndex, binaryField, fileSelection);
	const field = readParameter(context, itemIndex, outputField, fieldName);
	const file = onlyOne((await filesOf(context, itemIndex, selection)).files);
	if (wanted.length === 0) return [];
	const { clips, extension, mimeType } = await cutRecording(
		file,
		wanted.map(({ range }) => range),
	);
	const making = wanted.map(async ({ passage, range }, index): Promise<Output> => {
		const clip = clips[index];
		if (!clip) throw tooShort(file, range.from);
		const fileName = clipName(file.name, passage, extension);
		const { content } = clip;
		const binary = await context.helpers.prepareBinaryData(content, fileName, mimeType);
		return {
			json: { ...toldOf(passage, clip), clipUrl: null, fileName, mimeType },
			binary: { [field]: binary },
		};
	});
	return await Promise.all(making);
}

function toldOf(
	{ key, question, quote, speaker, start, end }: TimedPassage,
	{ from, to }: { from: number; to: number },
): Record<string, unknown> {
	// What an encoder puts before the sound lies before the beginning.
	const clip = { clipStart: Math.max(0, Math.round(from)), clipEnd: Math.round(to) };
	return { key, question, quote, speaker, start, end, ...clip };
}

function onlyOne(files: readonly ItemFile[]): ItemFile {
	const [file, ...more] = files;
	if (file && more.length === 0) return file;
	const fields = files.map(({ field }) => field).join(', ');
	throw new InputError(`The item has several recordings: ${fields}`, {
		hint: 'Name the field of the one that the quotes are of in Input Binary Field.',
	});
}

function tooShort({ name }: ItemFile, from: number): InputError {
	return new InputError(`The file ${name} ends before ${Math.floor(from / 1000)} seconds`, {
		hint: 'The quotes may be of another recording: check Input Binary Field and Quotes.',
	});
}
