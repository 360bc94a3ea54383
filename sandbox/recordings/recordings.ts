import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { spreadWords } from './spreadWords';

const wordSchema = z.object({
	text: z.string().min(1),
	start: z.number().int().nonnegative(),
	end: z.number().int().nonnegative(),
	confidence: z.number().min(0).max(1).optional(),
});

const utteranceSchema = z.object({
	speaker: z.string().min(1),
	text: z.string().min(1),
	start: z.number().int().nonnegative(),
	end: z.number().int().nonnegative(),
	confidence: z.number().min(0).max(1).optional(),
	channel: z.string().optional(),
	words: z.array(wordSchema).optional(),
});

const transcriptFileSchema = z.object({
	language_code: z.string().min(1).optional(),
	audio_duration: z.number().nonnegative().optional(),
	utterances: z.array(utteranceSchema),
});

export interface Word {
	text: string;
	/** Milliseconds. */
	start: number;
	end: number;
	confidence: number;
}

export interface Utterance extends Word {
	speaker: string;
	/** Counted from 1, as text; only where the speakers are on channels of their own. */
	channel?: string;
	words: Word[];
}

/** A recording whose true transcript is known. */
export interface Recording {
	name: string;
	languageCode: string;
	/** Seconds, where the transcript file tells it. */
	durationSeconds: number | undefined;
	utterances: Utterance[];
}

/** A file of a recordings folder that a person must mend; the message names it. */
export class RecordingFileError extends Error {}

const TRANSCRIPT_SUFFIX = '.transcript.json';

/**
 * Recordings beside their transcripts, known by the SHA-256 of their content. Folders are looked through
 * again whenever a content is not known, so an author can add a pair while the sandbox runs.
 */
export class RecordingShelf {
	private readonly hashes = new Map<string, { stamp: string; sha256: string }>();
	private audioByHash = new Map<string, string>();

	private constructor(private readonly folders: string[]) {}

	/** Throws a `RecordingFileError` when a transcript file cannot be read. */
	static async open(folders: string[]): Promise<RecordingShelf> {
		const shelf = new RecordingShelf(folders);
		await shelf.scan();
		await Promise.all([...shelf.audioByHash.values()].map(readRecording));
		return shelf;
	}

	get size(): number {
		return this.audioByHash.size;
	}

	async find(sha256: string): Promise<Recording | undefined> {
		if (!this.audioByHash.has(sha256)) await this.scan();
		const audio = this.audioByHash.get(sha256);
		return audio === undefined ? undefined : await readRecording(audio);
	}

	private async scan(): Promise<void> {
		const found = new Map<string, string>();
		for (const folder of this.folders) {
			for (const audio of await audioFilesWithTranscript(folder)) {
				found.set(await this.hash(audio), audio);
			}
		}
		this.audioByHash = found;
	}

	private async hash(file: string): Promise<string> {
		const { size, mtimeMs } = await stat(file);
		const stamp = `${size} ${mtimeMs}`;
		const known = this.hashes.get(file);
		if (known?.stamp === stamp) return known.sha256;
		const hash = createHash('sha256');
		await pipeline(createReadStream(file), hash);
		const sha256 = hash.digest('hex');
		this.hashes.set(file, { stamp, sha256 });
		return sha256;
	}
}

async function audioFilesWithTranscript(folder: string): Promise<string[]> {
	const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return [];
		throw error;
	});
	const stems = new Set(
		names
			.filter((name) => name.endsWith(TRANSCRIPT_SUFFIX))
			.map((name) => name.slice(0, -TRANSCRIPT_SUFFIX.length)),
	);
	return names
		.filter((name) => !name.endsWith('.json') && stems.has(path.parse(name).name))
		.map((name) => path.join(folder, name));
}

async function readRecording(audio: string): Promise<Recording> {
	const { dir, name } = path.parse(audio);
	const file = path.join(dir, `${name}${TRANSCRIPT_SUFFIX}`);
	const content = await parseTranscriptFile(file);
	return {
		name,
		languageCode: content.language_code ?? 'en_us',
		durationSeconds: content.audio_duration,
		utterances: content.utterances.map((utterance) => {
			const confidence = utterance.confidence ?? 0.95;
			const words = utterance.words?.map((word) => ({
				...word,
				confidence: word.confidence ?? confidence,
			}));
			return {
				...utterance,
				confidence,
				words: words ?? spreadWords({ ...utterance, confidence }),
			};
		}),
	};
}

async function parseTranscriptFile(file: string): Promise<z.infer<typeof transcriptFileSchema>> {
	try {
		return transcriptFileSchema.parse(JSON.parse(await readFile(file, 'utf8')));
	} catch (error) {
		throw new RecordingFileError(`${file} is not a transcript: ${explain(error)}`, {
			cause: error,
		});
	}
}

function explain(error: unknown): string {
	if (error instanceof z.ZodError) {
		return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
	}
	return error instanceof Error ? error.message : String(error);
}
