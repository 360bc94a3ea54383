import fc from 'fast-check';
import { ANSWER_TYPES, type Question } from '../../../nodes/shared/questions/question';
import { readQuestions } from '../../../nodes/shared/questions/list/questionList';

export function question(given: Partial<Question> = {}): Question {
	return {
		key: 'key',
		question: 'What is it?',
		context: '',
		answerType: 'text',
		choices: [],
		answerFormat: '',
		saidBy: '',
		...given,
	};
}

const rows = fc.array(
	fc.record({
		question: fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
		context: fc.string(),
		answerType: fc.constantFrom(...ANSWER_TYPES),
		choices: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 2, maxLength: 5 }),
		answerFormat: fc.string(),
	}),
	{ minLength: 1, maxLength: 12 },
);

/** Any list of questions that the node takes. */
export const anyQuestions = rows.map((list) => readQuestions(list));
