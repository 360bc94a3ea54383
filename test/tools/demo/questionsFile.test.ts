import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { guideQuestions } from '../../support/guide';
import { readQuestionsFile } from '../../../tools/demo/questionsFile';

const folder = mkdtempSync(path.join(tmpdir(), 'demo-questions-'));
const file = path.join(folder, 'questions.json');
afterAll(() => rmSync(folder, { recursive: true }));

function read(content: unknown) {
	writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
	return readQuestionsFile(file);
}

test('questions become entries of the node list, choices one per line', async () => {
	const choices = ['yes, today', 'no'];
	expect(
		await read([{ question: 'Who?' }, { question: 'Buy?', answerType: 'oneOf', choices }]),
	).toEqual([
		{ question: 'Who?' },
		{ question: 'Buy?', answerType: 'oneOf', choices: 'yes, today\nno' },
	]);
});

test('the field names of the guide are taken as they are', async () => {
	const format = '<answer in one sentence> <reason in one sentence>';
	expect(await read(guideQuestions)).toEqual(
		guideQuestions.map(({ question, context }) => ({ question, context, answerFormat: format })),
	);
	const options = ['positive', 'negative, in part'];
	expect(
		await read([
			{ question: 'How?', answer_options: options },
			{ question: 'Which?', answerType: 'severalOf', answer_options: 'one, two' },
		]),
	).toEqual([
		{ question: 'How?', answerType: 'oneOf', choices: 'positive\nnegative, in part' },
		{ question: 'Which?', answerType: 'severalOf', choices: 'one, two' },
	]);
});

test.each([
	['[{', `The questions file ${file} holds no valid JSON`],
	[{ question: 'Who?' }, `${file} cannot be used: must be an array of questions`],
	[[], `${file} cannot be used: has no question`],
	[
		[{ question: 'Who?' }, { key: 'a' }],
		`${file} cannot be used: question 2, question must be a text`,
	],
	[[{ question: ' ' }], `${file} cannot be used: question 1, question is empty`],
	[
		[{ question: 'Who?', answerType: 'maybe' }],
		'question 1, answerType must be one of text, yesNo, number',
	],
	[[{ question: 'Who?', choices: 3 }], 'question 1, choices must be a text or a list of texts'],
	[
		[{ question: 'Who?', answerFormat: 'a', answer_format: 'b' }],
		'question 1 has both answerFormat and answer_format',
	],
	[
		[{ question: 'Who?', choices: 'a, b', answer_options: ['a', 'b'] }],
		'question 1 has both choices and answer_options',
	],
	[[{ question: 'Who?', asnwerType: 'text' }], /question 1 Unrecognized key.*asnwerType/],
])('%j is refused in words', async (content, message) => {
	await expect(read(content)).rejects.toThrow(message);
});

test('a file that is not there is named', async () => {
	const missing = path.join(folder, 'none.json');
	await expect(readQuestionsFile(missing)).rejects.toThrow(
		`The questions file ${missing} cannot be read: there is no such file`,
	);
});
