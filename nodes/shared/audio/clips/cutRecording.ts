import { InputError } from '../../api/core/errors';
import { ByteReader } from './byteReader';
import type { Clip, TimeRange } from './clip';
import { skipToFrames } from './frames';
import { mp3Clips } from './mp3Clips';
import { opusClips } from './opusClips';
import { skipTags } from './tags';
import { wavClips } from './wavClips';

/** Clips of one recording, all of one kind. */
export interface CutRecording {
	/** For each range that was wanted; nothing where the recording ends before it. */
	clips: Array<Clip | undefined>;
	extension: 'mp3' | 'ogg' | 'wav';
	mimeType: 'audio/mpeg' | 'audio/ogg' | 'audio/wav';
}

/** A recording to be read from its beginning. */
export interface ReadableRecording {
	name: string;
	bytes(): Promise<AsyncIterable<Uint8Array>>;
}

const WAVE_KINDS = new Set(['RIFF', 'RF64', 'BW64']);

/**
 * Cuts several clips out of a recording in one pass, holding no more of it than they have.
 * @throws InputError for a recording that is neither MP3 nor WAV, nor Opus in Ogg
 */
export async function cutRecording(
	{ name, bytes }: ReadableRecording,
	wanted: readonly TimeRange[],
): Promise<CutRecording> {
	const reader = new ByteReader(await bytes());
	return await cut(reader, name, wanted).finally(async () => await reader.close());
}

async function cut(
	reader: ByteReader,
	name: string,
	wanted: readonly TimeRange[],
): Promise<CutRecording> {
	const start = String.fromCharCode(...(await reader.peek(12)));
	if (WAVE_KINDS.has(start.slice(0, 4)) && start.endsWith('WAVE')) {
		const clips = await wavClips(reader, wanted);
		if (typeof clips === 'string') throw cannotCut(name, clips);
		return { clips, extension: 'wav', mimeType: 'audio/wav' };
	}
	if (start.startsWith('OggS')) {
		const clips = await opusClips(reader, wanted);
		if (!clips) throw cannotCut(name, 'it is Ogg with something else than Opus in it');
		return { clips, extension: 'ogg', mimeType: 'audio/ogg' };
	}
	await skipTags(reader);
	if (!(await skipToFrames(reader)))
		throw cannotCut(name, 'it is neither MP3 nor WAV, nor Opus in Ogg');
	return { clips: await mp3Clips(reader, wanted), extension: 'mp3', mimeType: 'audio/mpeg' };
}

function cannotCut(name: string, why: string): InputError {
	return new InputError(`No clips can be cut from the file ${name}: ${why}`, {
		hint: 'Clips are cut from MP3 files, from WAV files that are not compressed, and from Ogg files with Opus. Convert the recording first, or set Source to URL for links that begin at the quote.',
	});
}
