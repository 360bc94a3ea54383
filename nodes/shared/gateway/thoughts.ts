import { parseJson } from '../api/core/errorText';

/** The marks between which models of several makers think aloud, with attributes as some write them. */
const MARK =
	/<(\/?)(?:think|thinking|thoughts?|reasoning|scratchpad)(?:\s[^<>]{0,100})?>|\[(\/?)think\]|◁(\/?)think▷/gi;

/**
 * What a model said, without what it only thought: thoughts hold drafts and doubts that it may have given up.
 * Where it breaks off in its thoughts nothing is left. Some templates open the thoughts themselves, so that
 * only their end stands in the text; JSON that is whole has the marks in its texts, where they were said.
 */
export function withoutThoughts(text: string): string {
	const marks = [...text.matchAll(MARK)];
	if (marks.length === 0 || parseJson(text) !== undefined) return text;
	let said: string[] = [];
	let depth = 0;
	let begin = 0;
	for (const { 0: mark, index, 1: angle, 2: square, 3: triangle } of marks) {
		const closes = Boolean(angle || square || triangle);
		if (!closes) {
			if (depth === 0) said.push(text.slice(begin, index));
			depth++;
			begin = text.length;
			continue;
		}
		if (depth === 0) said = [];
		depth = Math.max(0, depth - 1);
		// Thoughts that only name the opening mark never close twice, so each end may be the last one.
		begin = index + mark.length;
	}
	return [...said, text.slice(begin)].join('').trim();
}
