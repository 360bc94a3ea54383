import { z } from 'zod';
import { ANSWER_TYPES } from '../../nodes/shared/questions/question';
import { DemoError } from './DemoError';
import { readJsonFile } from './files';

/** A question in the form that the node's list has. */
const question = z
	.object({
		key: z.string().optional(),
		question: z.string({ message: 'must be a text' }).trim().min(1, 'is empty'),
		context: z.string().optional(),
		answerType: z
			.enum(ANSWER_TYPES, { message: `must be one of ${ANSWER_TYPES.join(', ')}` })
			.optional(),
		choices: z
			.custom<string | string[]>(isChoices, 'must be a text or a list of texts')
			.transform((choices) => (typeof choices === 'string' ? choices : choices.join('\n')))
			.optional(),
		answerFormat: z.string().optional(),
	})
	.strict();

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
