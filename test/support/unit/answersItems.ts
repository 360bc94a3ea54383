import type { AnsweredQuestion } from '../../../nodes/shared/questions/answerEntry';
import {
	answersOutput,
	type AnswersItem,
	type AnswersOutputOptions,
} from '../../../nodes/shared/questions/answersOutput';
import { sourceOfText } from '../../../nodes/shared/gateway/source';
import { question } from './questions';

/** An answer with a quote past the first hour. */
export const late: AnsweredQuestion = {
	question: question({ key: 'price', question: 'What does it cost?', answerType: 'number' }),
	answer: 89,
	reason: 'The agent says so.',
	evidence: {
		quote: '89 dollars',
		verified: true,
		exact: false,
		problem: null,
		speaker: 'A',
		start: 3_723_000,
		end: 3_724_000,
	},
};
/** A question that the recording does not answer, with a quote that it does not have. */
export const open: AnsweredQuestion = {
	question: question({ key: 'mood', question: 'How was it?' }),
	answer: null,
	reason: null,
	evidence: {
		quote: 'fine',
		verified: false,
		exact: false,
		problem: 'wordDiffers',
		speaker: null,
		start: null,
		end: null,
	},
};
export const answersUsage = { inputTokens: 7, outputTokens: 3 };

/** What the next node gets of answers about a text. */
export function answersItems(
	changed: Partial<AnswersOutputOptions>,
	answered = [late],
	{
		requestId = undefined as string | undefined,
		transcriptId = undefined as string | undefined,
	} = {},
): AnswersItem[] {
	const answers = { answered, model: 'm', models: ['m'], requestId, usage: answersUsage };
	const source = { ...sourceOfText('It is 89 dollars.'), transcriptId };
	return answersOutput(answers, source, {
		outputItems: 'perRecording',
		unknownAnswers: 'setNull',
		evidence: true,
		evidenceByKey: true,
		scorecard: { passMark: 80, needQuote: false },
		...changed,
	});
}
/** What is told of the quote of `late`. */
export const lateSupport = {
	reason: 'The agent says so.',
	quote: '89 dollars',
	speaker: 'A',
	at: '1:02:03',
	verified: true,
	exact: false,
	problem: null,
	start: 3_723_000,
	end: 3_724_000,
};
/** And of that of `open`. */
export const openSupport = {
	reason: null,
	quote: 'fine',
	speaker: null,
	at: null,
	verified: false,
	exact: false,
	problem: 'wordDiffers',
	start: null,
	end: null,
};
