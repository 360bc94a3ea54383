import type { AnsweredQuestion } from '../../../../nodes/shared/questions/answerEntry';
import {
	answersOutput,
	type AnswersOutputOptions,
} from '../../../../nodes/shared/questions/answersOutput';
import { sourceOfText } from '../../../../nodes/shared/gateway/source';

const late: AnsweredQuestion = {
	question: {
		key: 'price',
		question: 'What does it cost?',
		context: '',
		answerType: 'number',
		choices: [],
		answerFormat: '',
		saidBy: '',
	},
	answer: 89,
	reason: 'The agent says so.',
	evidence: {
		quote: '89 dollars',
		verified: true,
		exact: true,
		problem: null,
		speaker: 'A',
		start: 3_723_000,
		end: 3_724_000,
	},
};

function output(
	changed: Partial<AnswersOutputOptions>,
	answered = [late],
): Record<string, unknown> | undefined {
	const answers = {
		answered,
		model: 'm',
		models: ['m'],
		requestId: undefined,
		usage: { inputTokens: 1, outputTokens: 1 },
	};
	return answersOutput(answers, sourceOfText('It is 89 dollars.'), {
		outputItems: 'perRecording',
		unknownAnswers: 'setNull',
		evidence: true,
		evidenceByKey: true,
		scorecard: { passMark: 80, needQuote: false },
		...changed,
	})[0]?.json;
}

test('past an hour the time of a quote has hours', () => {
	expect(output({})).toMatchObject({
		evidence: { price: { at: '1:02:03' } },
		details: [{ evidence: { at: '1:02:03' } }],
	});
	expect(output({ outputItems: 'perQuestion' })).toMatchObject({ at: '1:02:03' });
});

test('an AI agent, which pays for every word, gets reasons and quotes once', () => {
	expect(output({ evidenceByKey: false })).not.toHaveProperty('evidence');
	expect(output({ evidenceByKey: false })).toMatchObject({
		details: [{ reason: 'The agent says so.', evidence: { quote: '89 dollars' } }],
	});
});

test.each(['constructor', 'toString', 'hasOwnProperty', '1', 'valueOf'])(
	'an answer under the key %s is its own',
	(key) => {
		const named = { ...late, question: { ...late.question, key } };
		const json = JSON.parse(JSON.stringify(output({}, [named])));
		expect(Object.entries(json.answers)).toEqual([[key, 89]]);
		expect(Object.keys(json.evidence)).toEqual([key]);
	},
);
