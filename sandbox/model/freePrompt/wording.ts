import type { Answer } from '../answerQuestion';
import type { AnswerFormat } from './format';

/** What can be said in answer to a question, in pieces that a format puts together. */
export interface Pieces {
	/** A sentence. */
	answer: string;
	/** The answer without a sentence around it: a choice, a mood, yes. */
	bare: string;
	reason: string;
	quote: string;
}

const UNKNOWN = 'This is not known from the transcript.';
const UNKNOWN_REASON = 'No sentence of it bears on the question.';

/** `mood`: whose mood the answer is, undefined where it is none. */
export function piecesOf(answer: Answer, kind: string, mood: string | undefined): Pieces {
	const { known, reason } = answer;
	if (!known)
		return { answer: UNKNOWN, bare: 'not known', reason: UNKNOWN_REASON, quote: 'no quote' };
	const quote = `“${answer.quote}”`;
	if (mood !== undefined) {
		return { answer: `${mood} is ${answer.answer}.`, bare: answer.answer, reason, quote };
	}
	if (kind === 'quote') return { answer: quote, bare: quote, reason, quote };
	const bare = kind === 'yesNo' ? capital(answer.answer) : answer.answer;
	return { answer: kind === 'yesNo' ? `${bare}.` : bare, bare, reason, quote };
}

/** The pieces as the format wants them. */
export function worded(pieces: Pieces, format: AnswerFormat, kind: string): string {
	const { parts } = format;
	if (parts) {
		return parts
			.map((part) => {
				if (part.kind === 'literal' || !part.format) return part.text;
				if (part.kind === 'unknown') return inLetters('not known', part.format);
				const own = { ...part.format, withReason: false, withQuote: false };
				if (part.kind === 'answer') return limited(inPlace(pieces, part.text, own, kind), own);
				return limited(part.kind === 'reason' ? pieces.reason : pieces.quote, own);
			})
			.join('')
			.trim();
	}
	const answer = limited(answerText(pieces, format, kind), format);
	const further = [format.withReason && pieces.reason, format.withQuote && pieces.quote];
	const text = [answer, ...further.filter((piece) => piece !== false)].join(' ');
	return inLetters(text, format);
}

/** `Mood: <mood>` has its sentence already. */
function inPlace(pieces: Pieces, place: string, format: AnswerFormat, kind: string): string {
	const isNamed = format.sentences === undefined && !/answer/i.test(place);
	return isNamed ? pieces.bare : answerText(pieces, format, kind);
}

/** Without its sentence where a word or a choice was asked for. */
function answerText(pieces: Pieces, format: AnswerFormat, kind: string): string {
	const isChoice = kind === 'oneOf' || kind === 'number' || kind === 'date';
	const isShort = format.maxWords !== undefined && countWords(pieces.answer) > format.maxWords;
	if (kind === 'list' && format.type === 'list') {
		return pieces.bare.replace(/^/gm, '- ');
	}
	return (isChoice && format.sentences === undefined) || isShort ? pieces.bare : pieces.answer;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

function limited(text: string, format: AnswerFormat): string {
	const { sentences = Infinity, maxWords = Infinity } = format;
	const kept = [...segmenter.segment(text)].slice(0, sentences).map(({ segment }) => segment);
	const words = kept.join('').trim().split(/ +/);
	const cut =
		words.length > maxWords ? closed(words.slice(0, maxWords).join(' ')) : words.join(' ');
	return inLetters(cut, format);
}

/** No comma at the end of what was cut, and no quotation mark without its partner. */
function closed(text: string): string {
	const bare = text.replace(/[,;:]$/, '');
	return bare.startsWith('“') && !bare.endsWith('”') ? `${bare}”` : bare;
}

function inLetters(text: string, { letters }: AnswerFormat): string {
	if (letters === undefined) return text;
	return letters === 'upper' ? text.toUpperCase() : text.toLowerCase();
}

function countWords(text: string): number {
	return text.split(/\s+/).filter(Boolean).length;
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
