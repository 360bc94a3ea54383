import { hintFor } from '../api/core/hints';
import type { Transcript } from '../api/transcriptSchema';

/** What comes from a Drive link that gives a page, or nothing, instead of the file. */
const NO_FILE = ['text/html', 'unable to download', 'download error'];

/** AssemblyAI takes Drive links of files below 100 MB (FAQ "What types of audio URLs can I use with the API?"). */
const FROM_DRIVE =
	'Google Drive gives AssemblyAI a file only if anybody with the link may read it and it is smaller than 100 MB. Share it so, or download it with the Google Drive node and choose the source Binary File(s).';

/** What a user can do about a job that failed, by what the service says and where the recording is. */
export function failureHint({ error, audio_url: audioUrl }: Transcript): string | undefined {
	const said = error ?? '';
	const isNoFile = NO_FILE.some((part) => said.toLowerCase().includes(part));
	return isNoFile && isInDrive(audioUrl) ? FROM_DRIVE : hintFor(undefined, said);
}

function isInDrive(url: string | null | undefined): boolean {
	return /^https?:\/\/(?:drive|docs)\.google\.com\//i.test(url ?? '');
}
