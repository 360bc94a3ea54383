import { z } from 'zod';
import { parseJson } from '../../api/core/errorText';
import { fieldMisspelt, fieldNamed } from './columnNames';
import { ANSWER_TYPES } from '../question';
import { isUnmarked } from './questionScoring';
import { plainName } from '../reply/replyEntry';
import { jsonFault } from '../../jsonFault';
import { isBlank } from '../../values';

/** Questions as a list from an earlier node or as JSON text, in the form in which the panel has them. */
export const questionsJson = z.unknown().transform((value, check): unknown[] => {
	const given = typeof value === 'string' ? withoutMark(value) : value;
	const parsed: unknown = typeof given === 'string' ? parseJson(given) : given;
	const refuse = (message: string) => {
		check.addIssue({ code: 'custom', message });
		return z.NEVER;
	};
	if (parsed === undefined) return refuse(whyNoJson(given));
	const list = listIn(parsed);
	if (!list) return refuse('it is not an array of questions');
	const questions: unknown[] = [];
	for (const [i, one] of list.entries()) {
		const row = readRow(one);
		if (typeof row === 'string') return refuse(`entry ${i + 1} ${row}`);
		if (Object.keys(row).length > 0) questions.push(row);
	}
	return questions;
});

/** Without the mark of its encoding that Windows writes before a text, which nobody sees. */
const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

function whyNoJson(value: unknown): string {
	if (isBlank(value)) return 'it is empty';
	const fault = typeof value === 'string' ? jsonFault(value) : undefined;
	return fault === undefined ? 'it is not valid JSON' : `it is not valid JSON: ${fault}`;
}

const rowSchema = z.record(z.string(), z.unknown());
const itemSchema = z.object({ json: rowSchema }).transform(({ json }) => json);

/** The fields of one question, none for an empty row, or what is wrong with it. */
function readRow(entry: unknown): Record<string, unknown> | string {
	if (typeof entry === 'string') return entry.trim() === '' ? {} : { question: entry };
	// An expression such as $('Questions').all() gives n8n's items, whose fields stand under "json".
	const parsed = z.union([itemSchema, rowSchema]).safeParse(entry);
	if (!parsed.success) return 'is neither an object nor a text';
	return fieldsOf(parsed.data);
}

function listIn(value: unknown): unknown[] | undefined {
	const list = z.union([
		z.array(z.unknown()),
		z.object({ questions: z.array(z.unknown()) }).transform(({ questions }) => questions),
	]);
	const parsed = list.safeParse(value);
	return parsed.success ? parsed.data : undefined;
}

/** Fields that may be more than a text. */
const STRUCTURED = new Set(['choices', 'points']);

/** Of what a row has, the fields of a question that are not empty: a sheet has empty cells and rows. */
function fieldsOf(row: Record<string, unknown>): Record<string, unknown> | string {
	const cells = Object.entries(row).filter(([, value]) => !isBlank(value));
	const fields: Record<string, unknown> = {};
	const columns = new Map<string, string>();
	for (const [column, value] of cells) {
		const field = fieldNamed(column);
		if (field === undefined) {
			const meant = fieldMisspelt(column);
			if (meant === undefined) continue;
			return `has a column "${column}": if it is the ${meant} of the question, name it "${meant}", else rename it`;
		}
		const other = columns.get(field);
		if (other !== undefined && textOf(row[other]) !== textOf(value)) {
			return `has both "${other}" and "${column}" for the ${field} of the question: leave one of them`;
		}
		columns.set(field, column);
		fields[field] = STRUCTURED.has(field) ? value : textOf(value);
	}
	const filledIn = cells.filter(([column, value]) => !isInEmptyRows(column, value));
	if (filledIn.length === 0) return {};
	if (fields.question === undefined) {
		const named = filledIn.map(([column]) => `"${column}"`).join(', ');
		return `has no question: what is filled in are its columns ${named}; name the one with the text "question"`;
	}
	const { answerType, choices } = fields;
	if (answerType === undefined && choices !== undefined) fields.answerType = 'oneOf';
	if (typeof answerType === 'string') fields.answerType = answerTypeNamed(answerType);
	return fields;
}

/** Google Sheets and Excel nodes number each row, empty ones as well, and a column of boxes has one in each. */
function isInEmptyRows(column: string, value: unknown): boolean {
	const isBox = fieldNamed(column) === 'critical' && isUnmarked(textOf(value));
	return isBox || plainName(column) === 'rownumber';
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
