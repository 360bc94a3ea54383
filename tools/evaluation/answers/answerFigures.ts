import type { LabelledSet } from '../set/labelledSet';
import type { Asked } from './askCalls';
import { verdictOf, type Verdict } from './matches';

export interface QuestionFigures extends Record<Verdict, number> {
	key: string;
	/** Answers that have a label. */
	labelled: number;
	quotes: number;
	quotesVerified: number;
}

/** An answer that is not as its label says. */
export interface Difference {
	call: string;
	key: string;
	verdict: Verdict;
	expected: unknown;
	answer: unknown;
}

export interface AnswerFigures {
	/** That were answered. */
	calls: number;
	/** As the gateway names them. */
	models: string[];
	inputTokens: number;
	outputTokens: number;
	questions: QuestionFigures[];
	differences: Difference[];
}

/** Holds the answers against the labels, question by question. */
export function answerFigures(set: LabelledSet, { answered }: Asked): AnswerFigures {
	const differences: Difference[] = [];
	const questions = set.questions.map((question) => {
		const figures: QuestionFigures = {
			key: question.key,
			labelled: 0,
			right: 0,
			wrong: 0,
			unknownThoughTold: 0,
			toldThoughUnknown: 0,
			quotes: 0,
			quotesVerified: 0,
		};
		for (const call of set.calls) {
			const detail = answered.get(call.id)?.details.find(({ key }) => key === question.key);
			const expected = call.expected.get(question.key);
			if (!detail || expected === undefined) continue;
			const { answer, evidence } = detail;
			const verdict = verdictOf(answer, expected, question);
			figures.labelled += 1;
			figures[verdict] += 1;
			if (evidence.quote !== null) figures.quotes += 1;
			if (evidence.verified) figures.quotesVerified += 1;
			if (verdict === 'right') continue;
			differences.push({ call: call.id, key: question.key, verdict, expected, answer });
		}
		return figures;
	});
	const replies = [...answered.values()];
	return {
		calls: replies.length,
		models: [...new Set(replies.map(({ model }) => model))],
		inputTokens: replies.reduce((sum, { usage }) => sum + usage.inputTokens, 0),
		outputTokens: replies.reduce((sum, { usage }) => sum + usage.outputTokens, 0),
		questions,
		differences,
	};
}
