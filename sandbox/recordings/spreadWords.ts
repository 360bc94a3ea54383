import type { Word } from './recordings';

/** Times for the words of a text that has only a start and an end, shared out by their length. */
export function spreadWords(span: Word): Word[] {
	const texts = span.text.split(/\s+/).filter((text) => text !== '');
	const letters = texts.reduce((sum, text) => sum + text.length, 0);
	let spoken = 0;
	return texts.map((text) => {
		const start = at(span, spoken / letters);
		spoken += text.length;
		return { text, start, end: at(span, spoken / letters), confidence: span.confidence };
	});
}

function at(span: { start: number; end: number }, share: number): number {
	return Math.round(span.start + (span.end - span.start) * share);
}
