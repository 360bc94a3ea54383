import { EvidenceFinder, wordsOfText, type Evidence } from '../../nodes/shared/evidence/evidence';
import type { LocatableWord } from '../../nodes/shared/evidence/locateQuote';
import { plainWord } from '../../nodes/shared/evidence/plainWord';
import { CALLS } from './calls';

/** How many quotes of one kind were looked up in a language's call, and of how many the words were believed. */
export interface Count {
	quotes: number;
	verified: number;
}

export interface LanguageFigures {
	language: string;
	/** What was said, as models copy it; all of it should be found. */
	said: { byId: Count; asText: Count };
	/** What was not said; none of it should be verified. */
	changed: { byId: Count; asText: Count };
}

/** Looks up what was said and what was not in the calls of all languages. */
export function quoteFigures(): LanguageFigures[] {
	return Object.entries(CALLS).map(([language, lines]) => figuresOf(language, lines));
}

function figuresOf(language: string, lines: readonly string[]): LanguageFigures {
	const joint = lines.some((line) => line.includes('|')) ? '' : ' ';
	const sentences = lines.map((line) => line.split(joint === '' ? '|' : ' '));
	const byId = new EvidenceFinder(wordsOfCall(sentences));
	const asText = new EvidenceFinder(
		wordsOfText(sentences.map((words) => words.join(joint)).join('\n')),
	);
	const said = sentences.flatMap((words) => copiesOf(words, joint));
	const changed = sentences.flatMap((words, i) =>
		changesOf(words, sentences[(i + 1) % sentences.length] ?? [], joint),
	);
	const count = (finder: EvidenceFinder, quotes: readonly Quote[]): Count => ({
		quotes: quotes.length,
		verified: quotes.filter(({ text, whole }) => isBelieved(finder.find(text), whole)).length,
	});
	return {
		language,
		said: { byId: count(byId, said), asText: count(asText, said) },
		changed: { byId: count(byId, changed), asText: count(asText, changed) },
	};
}

interface Quote {
	text: string;
	/** Of a quote that leaves a word out: what was said. Shown with the word it is no longer changed. */
	whole?: string;
}

function isBelieved({ verified, exact, quote }: Evidence, whole: string | undefined): boolean {
	if (!verified || whole === undefined) return verified;
	return exact || !letters(quote ?? '').includes(letters(whole));
}

/** Two speakers who take turns, and a word each 300 ms. */
function wordsOfCall(sentences: readonly string[][]): LocatableWord[] {
	return sentences.flatMap((words, turn) =>
		words.map((text, i) => {
			const start = 10_000 * turn + 300 * i;
			return { text, start, end: start + 250, speaker: turn % 2 === 0 ? 'A' : 'B' };
		}),
	);
}

/** A sentence as models copy it: in another case, without its marks, with a label, in part, with dots. */
function copiesOf(words: readonly string[], joint: string): Quote[] {
	const text = words.join(joint);
	const part = words.slice(1, -1).join(joint);
	return [
		text,
		text.toUpperCase(),
		text.toLowerCase(),
		text.replace(/\p{P}/gu, (mark) => (/['’-]/.test(mark) ? mark : ' ')),
		`“${text}”`,
		`[00:12] Speaker A: ${text}`,
		part,
		`…${part}…`,
		text.normalize('NFD'),
		words.join(joint === '' ? '' : '  '),
	].map((copy) => ({ text: copy }));
}

/** A sentence with a word exchanged, added or left out, at each place. */
function changesOf(words: readonly string[], others: readonly string[], joint: string): Quote[] {
	return words.flatMap((word, at) => {
		const other = others.find((one) => !words.some((own) => plainWord(own) === plainWord(one)));
		if (other === undefined) return [];
		const exchanged = words.map((one, i) => (i === at ? other : one)).join(joint);
		const added = [...words.slice(0, at + 1), other, ...words.slice(at + 1)];
		const isInner = at > 0 && at < words.length - 1 && plainWord(word) !== '';
		const left = words.filter((_, i) => i !== at).join(joint);
		return [
			{ text: exchanged },
			...(at < words.length - 1 ? [{ text: added.join(joint) }] : []),
			...(isInner ? [{ text: left, whole: words.join(' ') }] : []),
		];
	});
}

function letters(text: string): string {
	return text.split(' ').map(plainWord).join('');
}
