import { z } from 'zod';
import { parseJson } from '../api/core/errorText';
import { ANSWER_TYPES } from './question';

/**
 * The names under which a field of a question may come, in lower case and without signs, so that columns of
 * a sheet such as "Answer Type" count as well. `answer_format` and `answer_options` are those of AssemblyAI's
 * former question-and-answer API.
 */
const FIELDS: Readonly<Record<string, string>> = {
	key: 'key',
	question: 'question',
	context: 'context',
	answertype: 'answerType',
	choices: 'choices',
	answeroptions: 'choices',
	answerformat: 'answerFormat',
};

const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

const entry = z.union([
	z.string().transform((question): Record<string, unknown> => ({ question })),
	z.record(z.string(), z.unknown()).transform(fieldsOf),
]);

/** Questions as a list from an earlier node or as JSON text, in the form in which the panel has them. */
export const questionsJson = z.unknown().transform((value, check): unknown[] => {
	const parsed: unknown = typeof value === 'string' ? parseJson(value) : value;
	const refuse = (message: string) => {
		check.addIssue({ code: 'custom', message });
		return z.NEVER;
	};
	if (parsed === undefined) return refuse('it is not valid JSON');
	const list = listIn(parsed);
	if (!list) return refuse('it is not an array of questions');
	const entries = list.map((one) => entry.safeParse(one));
	const faulty = entries.findIndex(({ success }) => !success);
	if (faulty >= 0) return refuse(`entry ${faulty + 1} is neither an object nor a text`);
	return entries.flatMap(({ data }) => (data && Object.keys(data).length > 0 ? [data] : []));
});

function listIn(value: unknown): unknown[] | undefined {
	const list = z.union([
		z.array(z.unknown()),
		z.object({ questions: z.array(z.unknown()) }).transform(({ questions }) => questions),
	]);
	const parsed = list.safeParse(value);
	return parsed.success ? parsed.data : undefined;
}

/** Of what the entry has, the fields of a question that are not empty: a sheet has empty cells and rows. */
function fieldsOf(given: Record<string, unknown>): Record<string, unknown> {
	const fields: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(given)) {
		const field = FIELDS[plainName(name)];
		if (field === undefined || value === null || value === undefined || value === '') continue;
		fields[field] = field === 'choices' ? value : textOf(value);
	}
	const { answerType, choices } = fields;
	if (answerType === undefined && choices !== undefined) fields.answerType = 'oneOf';
	if (typeof answerType === 'string') fields.answerType = answerTypeNamed(answerType);
	return fields;
}

function textOf(value: unknown): string {
	if (typeof value !== 'object') return String(value);
	try {
		return JSON.stringify(value);
	} catch {
		return '';
	}
}

/** "Yes/No" and "one_of" as well as "yesNo" and "oneOf"; anything else stays, for the message to name it. */
function answerTypeNamed(name: string): string {
	return ANSWER_TYPES.find((type) => plainName(type) === plainName(name)) ?? name;
}
