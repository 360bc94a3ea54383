import type { AnswerFormat } from './format';
import { splitChoices } from './questionList';

const NUMBERS = 'one two three four five six seven eight nine ten'.split(' ');
const A_FEW = 6;
// Of a range, `two to three`, the upper end counts.
const COUNT = `(?:(?:${NUMBERS.join('|')}|\\d{1,3}) ?(?:-|–|to|or) ?)?(?<count>an?|single|${NUMBERS.join('|')}|\\d{1,3})`;
const LIMIT =
	'(?:in |within |exactly |only |at most |at least |up to |under |about |around |no more than |less than |fewer than |not more than |max\\.? |maximum (?:of )?|a maximum of )*';

const LIMIT_AFTER = '(?: or (?:less|fewer)| max(?:imum)?| at (?:the )?most)?';
/** An answer of several parts has one for each of them anyway. */
const FOR_EACH = '(?: (?:per|for each|for every|for each of the) \\w+)?';

interface Rule {
	pattern: RegExp;
	read: (format: AnswerFormat, groups: Record<string, string | undefined>) => void;
}

/** What is understood of answer formats, in this order; what a rule has understood is gone for the next ones. */
export const FORMAT_RULES: Rule[] = [
	{
		pattern: /,?\s*(?:\bword for word\b|\bverbatim\b)(?: as (?:the )?\w+ (?:said|says) it)?/i,
		read: (format) => (format.type = 'quote'),
	},
	{
		pattern: /\b(?:in |with )?(?:just |only )?a few words\b/i,
		read: (format) => (format.maxWords = A_FEW),
	},
	{
		pattern: new RegExp(
			`\\b${LIMIT}${COUNT}?\\s?(?:single |short |brief |complete |full |concise |simple )*sentences?\\b${LIMIT_AFTER}${FOR_EACH}`,
			'i',
		),
		read: (format, { count }) => (format.sentences = toNumber(count) ?? 1),
	},
	{
		pattern: new RegExp(
			`\\b${LIMIT}${COUNT}\\s(?:single |short )?words?\\b${LIMIT_AFTER}${FOR_EACH}`,
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
			/^\W*(?<choices>[^.,|/<>]{1,40}(?:[,|/][^.,|/<>]{1,40})*(?:[|/]|,? or )[^.,|/<>]{1,40})$/i,
		read: readChoices,
	},
	{
		pattern: /\[(?<choices>[^[\]]{1,200})\]/,
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
