import { z } from 'zod';
import { InputError } from '../../api/core/errors';
import { ANSWER_TYPES, type Question } from '../question';
import { scoringOf } from './questionScoring';
import { withSectionsJoined } from './sections';

const choice = z.union([z.string(), z.number(), z.boolean()]).transform(String);

// An expression over a sheet gives null for an empty cell.
const choiceList = z
	.union([z.string(), z.array(z.unknown())])
	.transform((choices) =>
		(typeof choices === 'string' ? splitChoices(choices) : choices).filter(
			(one) => one !== null && one !== undefined,
		),
	)
	.pipe(z.array(choice))
	.transform((choices) => [...new Set(choices.map((one) => one.trim()).filter(Boolean))]);

/** Sheets and expressions give numbers where somebody wrote digits. */
const text = z
	.preprocess(
		(value) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : value),
		z.string({ message: 'it is not a text' }).trim().nullish(),
	)
	.optional();

/** In whatever case; an empty cell is none. */
const answerType = z
	.preprocess(
		(value) => {
			const plain = typeof value === 'string' ? value.trim().toLowerCase() : value;
			return plain === ''
				? undefined
				: (ANSWER_TYPES.find((type) => type.toLowerCase() === plain) ?? value);
		},
		z.enum(ANSWER_TYPES, { message: 'there is no such type' }).nullish(),
	)
	.optional();

/** A question as it is typed into the node or comes from a list. */
const row = z.object(
	{
		key: text,
		question: text,
		context: text,
		answerType,
		choices: choiceList.nullish(),
		answerFormat: text,
		saidBy: text,
		points: z.unknown().optional(),
		section: text,
		critical: z.unknown().optional(),
	},
	{ message: 'it is not an object with the fields of a question' },
);

/**
 * Turns a list as typed into questions that each have a unique key.
 * @throws InputError naming the question and what is wrong with it
 */
export function readQuestions(list: unknown[]): Question[] {
	if (list.length === 0) {
		throw new InputError('There is no question to ask', {
			hint: 'Add at least one question to the list Questions.',
		});
	}
	const rows = withSectionsJoined(list.map(readRow));
	const given = rows.flatMap(({ key }) => (key === '' ? [] : [key]));
	refuseUnusableKeys(given);
	const taken = new Set(given);
	return rows.map((question) => {
		if (question.key !== '') return question;
		const key = keyFor(question.question, taken);
		taken.add(key);
		return { ...question, key };
	});
}

function readRow(value: unknown, index: number): Question {
	const name = `Question ${index + 1}`;
	const parsed = row.safeParse(value);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		if (issue?.path[0] === 'choices') throw unusableChoices(name, issue);
		throw new InputError(
			`${name} cannot be used (${issue?.path.join('.') || 'question'}: ${issue?.message ?? 'invalid'})`,
			{ hint: `Each question has a text; its answer type is one of ${ANSWER_TYPES.join(', ')}.` },
		);
	}
	const { data } = parsed;
	const question: Question = {
		key: data.key ?? '',
		question: data.question ?? '',
		context: data.context ?? '',
		answerType: data.answerType ?? 'text',
		choices: data.choices ?? [],
		answerFormat: data.answerFormat ?? '',
		saidBy: data.saidBy ?? '',
	};
	if (question.question === '') {
		throw new InputError(`${name} has no text`, { hint: 'Type a question, or remove this entry.' });
	}
	const checked = withChoicesChecked(question, name);
	const scoring = scoringOf(checked, data, name);
	return scoring === undefined ? checked : { ...checked, scoring };
}

function unusableChoices(name: string, { path: [, place] }: z.ZodIssue): InputError {
	const why =
		typeof place === 'number'
			? `choice ${place + 1} is not a text`
			: 'they are neither a text nor a list';
	return new InputError(`The choices of ${name} cannot be used: ${why}`, {
		hint: 'Give a list of texts, such as {{ $json.moods.map((mood) => mood.name) }}, or one text with commas.',
	});
}

function withChoicesChecked(question: Question, name: string): Question {
	const takesChoices = question.answerType === 'oneOf' || question.answerType === 'severalOf';
	if (!takesChoices) return { ...question, choices: [] };
	if (question.choices.length > 1) return question;
	throw new InputError(`${name} ("${question.question}") has fewer than two choices`, {
		hint: 'Type the allowed answers into Choices, separated by commas or one per line, or choose another answer type.',
	});
}

function refuseUnusableKeys(keys: string[]): void {
	if (keys.includes('__proto__')) {
		throw new InputError('A question cannot have the key __proto__', {
			hint: 'Choose another key: to JavaScript this name means something else.',
		});
	}
	const duplicates = [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
	if (duplicates.length === 0) return;
	throw new InputError(`Several questions have the same key: ${duplicates.join(', ')}`, {
		hint: 'Give each question a key of its own, since answers are found by their key.',
	});
}

/** On lines if there are any, so that a choice may hold a comma; else on commas. */
function splitChoices(text: string): string[] {
	return text.split(text.includes('\n') ? '\n' : ',');
}

const MAX_KEY = 50;

/**
 * Makes a key from a question: its words in lower case joined by underscores, cut at a word's end. The same
 * question gives the same key, whatever else is in the list; a second one with the same words gets a number.
 */
export function keyFor(question: string, taken: ReadonlySet<string>): string {
	const words = question
		.toLowerCase()
		.replace(/['’]/g, '')
		.match(/[\p{L}\p{M}\p{N}]+/gu);
	const key = joinUpTo(MAX_KEY, words ?? ['question']);
	for (let number = 1; ; number++) {
		const candidate = number === 1 ? key : `${key}_${number}`;
		if (!taken.has(candidate)) return candidate;
	}
}

function joinUpTo(length: number, words: string[]): string {
	let key = '';
	for (const word of words) {
		const longer = key === '' ? word : `${key}_${word}`;
		if (longer.length > length) return key === '' ? cutAt(length, word) : key;
		key = longer;
	}
	return key;
}

/** Never within a character that takes two units of the string. */
function cutAt(length: number, word: string): string {
	let cut = '';
	for (const character of word) {
		if (cut.length + character.length > length) break;
		cut += character;
	}
	return cut;
}
