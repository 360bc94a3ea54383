import { splitChoices } from './questionList';
import { languageWanted } from './notWritten';

/** How an answer shall look, as far as it was understood. */
export interface AnswerFormat {
	/** Literal text and `<placeholders>` in their order; undefined where the format has none. */
	parts: FormatPart[] | undefined;
	type: 'yesNo' | 'number' | 'date' | 'list' | 'oneOf' | undefined;
	choices: string[];
	sentences: number | undefined;
	maxWords: number | undefined;
	letters: 'upper' | 'lower' | undefined;
	withReason: boolean;
	withQuote: boolean;
	/** A language other than English. */
	language: string | undefined;
	/** What of it was not understood; empty where all was. */
	rest: string;
}

export interface FormatPart {
	kind: 'literal' | 'answer' | 'reason' | 'quote' | 'unknown';
	text: string;
	/** Of a placeholder: what it says of itself. */
	format: AnswerFormat | undefined;
}

const NUMBERS = 'one two three four five six seven eight nine ten'.split(' ');
const COUNT = `(?<count>an?|single|${NUMBERS.join('|')}|\\d{1,3})`;
const LIMIT =
	'(?:in |within |exactly |only |at most |at least |up to |under |about |around |no more than |less than |fewer than |not more than |max\\.? |maximum (?:of )?|a maximum of )*';

interface Rule {
	pattern: RegExp;
	read: (format: AnswerFormat, groups: Record<string, string | undefined>) => void;
}

/** In this order; what a rule has understood is gone for the next ones. */
const RULES: Rule[] = [
	{
		pattern: new RegExp(
			`\\b${LIMIT}${COUNT}?\\s?(?:single |short |brief |complete |full |concise |simple )*sentences?\\b(?: or (?:less|fewer))?`,
			'i',
		),
		read: (format, { count }) => (format.sentences = toNumber(count) ?? 1),
	},
	{
		pattern: new RegExp(
			`\\b${LIMIT}${COUNT}\\s(?:single |short )?words?\\b(?: or (?:less|fewer)| max(?:imum)?| at most)?`,
			'i',
		),
		read: (format, { count }) => (format.maxWords = toNumber(count)),
	},
	{
		pattern:
			/\b(?:in |all )*(?:upper ?-?case|all[- ]caps|capitals|capital letters)(?: letters)?\b/i,
		read: (format) => (format.letters = 'upper'),
	},
	{
		pattern: /\b(?:in |all )*(?:lower ?-?case|small letters)(?: letters)?\b/i,
		read: (format) => (format.letters = 'lower'),
	},
	{
		pattern:
			/\b(?:(?:and|with|plus|then|give|including|followed by) )*(?:an? |the |its |your |short |brief )*(?:reason(?:ing)?|explanation|justification|rationale)\b|\b(?:and )?(?:explain |say |tell )?why\b/i,
		read: (format) => (format.withReason = true),
	},
	{
		pattern:
			/\b(?:(?:and|with|plus|then|including|followed by) )*(?:an? |the |one |verbatim |direct |short |supporting |exact )*(?:quote|quotation)s?\b/i,
		read: (format) => (format.withQuote = true),
	},
	{
		pattern: /["'“‘]?\byes\b["'”’]?\s*(?:\/|\||,|or)+\s*["'“‘]?no\b["'”’]?/i,
		read: (format) => (format.type = 'yesNo'),
	},
	{
		pattern:
			/\b(?:exactly )?(?:one of|chosen? (?:one )?(?:of|from)|choose (?:one )?(?:of|from)|pick (?:one )?(?:of|from)|select (?:one )?(?:of|from)|either|options?:)\s*(?:the following|these)?\s*(?:options|choices|values)?\s*:?\s*(?<choices>[^.]+)/i,
		read: readChoices,
	},
	{
		pattern:
			/^\W*(?<choices>[^.,|/<>]{1,40}(?:[,|/][^.,|/<>]{1,40})*(?:[,|/]| or )[^.,|/<>]{1,40})$/i,
		read: readChoices,
	},
	{
		pattern: /\b(?:as )?(?:an? |the )?(?:iso )?dates?\b(?: \(?yyyy-mm-dd\)?)?|\byyyy-mm-dd\b/i,
		read: (format) => (format.type = 'date'),
	},
	{
		pattern:
			/\b(?:as )?(?:an? |the )?(?:whole |plain )?(?:number|integer|figure|amount)\b(?: in figures)?/i,
		read: (format) => (format.type = 'number'),
	},
	{
		pattern: /\b(?:as )?(?:an? |the )?(?:bullet(?:ed)?(?: ?points?| lists?)?|bullets|list)\b/i,
		read: (format) => (format.type = 'list'),
	},
];

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

function readPlain(text: string): AnswerFormat {
	const format = nothingAsked(text);
	let rest = format.language === undefined ? text : text.replace(format.language, ' ');
	for (const { pattern, read } of RULES) {
		const match = pattern.exec(rest);
		if (!match) continue;
		read(format, match.groups ?? {});
		rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`.trim();
	}
	const words = rest.match(/[\p{L}\p{N}]+/gu) ?? [];
	const isFiller = words.every((word) => FILLER.has(word.toLowerCase()));
	return { ...format, rest: isFiller ? '' : rest.replace(/^[\s,;.]+|[\s,;]+$/g, '') };
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

function readChoices(format: AnswerFormat, groups: Record<string, string | undefined>): void {
	const choices = splitChoices(groups.choices ?? '');
	if (choices.length < 2) return;
	format.type = 'oneOf';
	format.choices = choices;
}

function toNumber(count: string | undefined): number | undefined {
	if (count === undefined) return undefined;
	const word = NUMBERS.indexOf(count.toLowerCase());
	if (word >= 0) return word + 1;
	return /^\d/.test(count) ? Number(count) : 1;
}
