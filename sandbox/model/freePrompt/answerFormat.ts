import type { AnswerFormat, FormatPart } from './format';
import { FORMAT_RULES } from './formatRules';
import { languageWanted } from './notWritten';

/** What a format may say without asking for anything in particular. */
const FILLER = new Set(
	`answer answers answered response responses reply respond write give return provide use using please your the a an
	in as of with and or to be is should must format formatted string text plain short brief concise concisely accurate
	accurately only just simply english sentence question questions each every all it them for one clear direct`.split(
		/\s+/,
	),
);

const PLACEHOLDER =
	/<(?<tag>[^<>]{1,120})>|\{(?<brace>[^{}]{1,120})\}|\[(?<bracket>[^[\]]{1,120})\]/g;

export function readAnswerFormat(text: string): AnswerFormat {
	const parts = readParts(text);
	const format = parts ? nothingAsked(text) : readPlain(text);
	return { ...format, parts };
}

function nothingAsked(text: string): AnswerFormat {
	return {
		parts: undefined,
		type: undefined,
		choices: [],
		sentences: undefined,
		maxWords: undefined,
		letters: undefined,
		withReason: false,
		withQuote: false,
		language: languageWanted(text),
		rest: '',
	};
}

/** Sentence by sentence: in `One word. Give the reason in one sentence.` each count has its own. */
function readPlain(text: string): AnswerFormat {
	const [first = '', ...further] = text.split(/(?<=[.;])\s+/);
	return further.map(readSentence).reduce(together, readSentence(first));
}

function together(one: AnswerFormat, other: AnswerFormat): AnswerFormat {
	const ofReason = other.withReason || other.withQuote;
	return {
		parts: undefined,
		type: one.type ?? other.type,
		choices: one.choices.length > 0 ? one.choices : other.choices,
		sentences: one.sentences ?? (ofReason ? undefined : other.sentences),
		maxWords: one.maxWords ?? (ofReason ? undefined : other.maxWords),
		letters: one.letters ?? other.letters,
		withReason: one.withReason || other.withReason,
		withQuote: one.withQuote || other.withQuote,
		language: one.language ?? other.language,
		rest: [one.rest, other.rest].filter(Boolean).join(' '),
	};
}

function readSentence(text: string): AnswerFormat {
	const format = nothingAsked(text);
	const sentence = text.replace(/[.;]\s*$/, '');
	let rest = format.language === undefined ? sentence : sentence.replace(format.language, ' ');
	for (const { pattern, read } of FORMAT_RULES) {
		const match = pattern.exec(rest);
		if (!match) continue;
		read(format, match.groups ?? {});
		rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`.trim();
	}
	const words = rest.match(/[\p{L}\p{N}]+/gu) ?? [];
	const isFiller = words.every((word) => FILLER.has(word.toLowerCase()));
	return { ...format, rest: isFiller ? '' : rest.replace(/^[\s,;.:]+|[\s,;.:]+$/g, '') };
}

/** `[yes, no]` lists choices; one placeholder alone or several make a pattern to fill in. */
function readParts(text: string): FormatPart[] | undefined {
	const parts: FormatPart[] = [];
	let at = 0;
	for (const match of text.matchAll(PLACEHOLDER)) {
		const { tag, brace, bracket } = match.groups ?? {};
		const inner = tag ?? brace ?? bracket ?? '';
		if (bracket !== undefined && /[,|]/.test(bracket)) return undefined;
		const hasAnswer = parts.some(({ kind }) => kind === 'answer');
		parts.push(literal(text.slice(at, match.index)), placeholder(inner, hasAnswer));
		at = match.index + match[0].length;
	}
	return at === 0 ? undefined : [...parts, literal(text.slice(at))];
}

function literal(text: string): FormatPart {
	return { kind: 'literal', text, format: undefined };
}

const NOT_ANSWERED = /\b(speaker|time|timestamp|confidence|score|rating|name)\b/i;

/** The first that asks for neither reason nor quote is the answer; of another nothing is known. */
function placeholder(text: string, hasAnswer: boolean): FormatPart {
	const format = readPlain(text.replace(/_/g, ' '));
	const other = hasAnswer || NOT_ANSWERED.test(text) ? 'unknown' : 'answer';
	const kind = format.withReason ? 'reason' : format.withQuote ? 'quote' : other;
	return { kind, text, format };
}
