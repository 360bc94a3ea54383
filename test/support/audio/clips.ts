import { cutRecording } from '../../../nodes/shared/audio/clips/cutRecording';
import { inPieces } from './tones';

/** Cuts recordings of this name, whose bytes come in pieces of some size. */
export function clipper(name: string) {
	const clipsOf = async (content: Uint8Array, ranges: Array<[number, number]>, pieces = 3000) => {
		const bytes = async () => inPieces(content, pieces);
		const wanted = ranges.map(([from, to]) => ({ from, to }));
		return (await cutRecording({ name, bytes }, wanted)).clips;
	};
	const clipOf = async (content: Uint8Array, from: number, to: number, pieces?: number) => {
		const [clip] = await clipsOf(content, [[from, to]], pieces);
		if (!clip) throw new Error('There is no clip');
		return clip;
	};
	return { clipsOf, clipOf };
}
