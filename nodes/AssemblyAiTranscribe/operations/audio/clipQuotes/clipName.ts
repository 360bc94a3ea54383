import { readableTime } from '../../../../shared/transcript/dialogue';

/** Signs that some disk or mail does not take in the name of a file. */
const UNUSUAL = /[^\p{L}\p{M}\p{N}_-]/gu;
const MAX_LENGTH = 60;

/** The name of a clip: of which recording it is, to which question it belongs, and when it was said. */
export function clipName(
	recording: string,
	{ key, start }: { key: string | null; start: number },
	extension: string,
): string {
	const dot = recording.lastIndexOf('.');
	const bare = dot > 0 ? recording.slice(0, dot) : recording;
	const parts = [bare, key ?? 'clip', readableTime(start)];
	const usual = parts.map((part) => part.replace(UNUSUAL, '-').slice(0, MAX_LENGTH));
	return `${usual.join('_')}.${extension}`;
}
