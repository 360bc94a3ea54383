import { z } from 'zod';
import { ANSWER_TYPES } from '../../nodes/shared/questions/question';
import { DemoError } from './DemoError';
import { readJsonFile } from './files';

const choices = z
	.custom<string | string[]>(isChoices, 'must be a text or a list of texts')
	.transform((value) => (typeof value === 'string' ? value : value.join('\n')));

/** A question in the form that the node's list has, or with the field names of AssemblyAI's guides. */
const question = z
	.object({
		key: z.string().optional(),
		question: z.string({ message: 'must be a text' }).trim().min(1, 'is empty'),
		context: z.string().optional(),
		answerType: z
			.enum(ANSWER_TYPES, { message: `must be one of ${ANSWER_TYPES.join(', ')}` })
			.optional(),
		choices: choices.optional(),
		answerFormat: z.string().optional(),
		saidBy: z.string().optional(),
		answer_format: z.string().optional(),
		answer_options: choices.optional(),
	})
	.strict()
	.superRefine((fields, check) => {
		for (const [one, other] of SAME_FIELD) {
			if (fields[one] === undefined || fields[other] === undefined) continue;
			check.addIssue({ code: 'custom', message: `has both ${one} and ${other}` });
		}
	})
	.transform(({ answer_format: format, answer_options: options, ...fields }) => ({
		...fields,
		...(format !== undefined && { answerFormat: format }),
		// Options without a type are those of which one is the answer.
		...(options !== undefined && { answerType: 'oneOf' as const, ...fields, choices: options }),
	}));

const SAME_FIELD = [
	['answerFormat', 'answer_format'],
	['choices', 'answer_options'],
] as const;

const questions = z
	.array(question, { message: 'must be an array of questions' })
	.min(1, 'has no question');

export type DemoQuestion = z.infer<typeof question>;

/** @throws DemoError that names the question and the field that cannot be used */
export async function readQuestionsFile(file: string): Promise<DemoQuestion[]> {
	const parsed = questions.safeParse(await readJsonFile(file, 'questions file'));
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const [index, ...field] = issue?.path ?? [];
	const place = [index === undefined ? '' : `question ${Number(index) + 1}`, field.join('.')];
	throw new DemoError(
		`The questions file ${file} cannot be used: ${[place.filter(Boolean).join(', '), issue?.message].filter(Boolean).join(' ')}`,
		'npm run demo -- --help shows what a question looks like.',
	);
}

function isChoices(value: unknown): boolean {
	const choices = Array.isArray(value) ? value : [value];
	return choices.every((choice) => typeof choice === 'string');
}
