import type { AnsweredQuestion } from '../../../../nodes/shared/questions/answerEntry';
import { scorecardPart } from '../../../../nodes/shared/questions/scorecardPart';
import type { Scoring } from '../../../../nodes/shared/scorecard/points';
import { question } from '../../../support/unit/questions';

const evidence = {
	quote: 'Good morning.',
	verified: true,
	exact: true,
	problem: null,
	speaker: 'A',
	start: 0,
	end: 900,
};

function answered(
	key: string,
	answer: AnsweredQuestion['answer'],
	scoring?: Scoring,
	verified = true,
): AnsweredQuestion {
	const asked = question({ key, ...(scoring && { scoring }) });
	return { question: asked, answer, reason: null, evidence: { ...evidence, verified } };
}

const forQuote: Scoring = {
	points: { by: 'quote', value: 10 },
	section: 'Opening',
	critical: true,
};
const forYes: Scoring = {
	points: {
		by: 'answer',
		values: new Map([
			['yes', 4],
			['no', 1],
		]),
		areTogether: false,
	},
	section: 'General',
	critical: false,
};
const settings = { passMark: 80, needQuote: false };

test('where no question has points there is nothing to tell', () => {
	const one = answered('mood', 'good');
	const part = scorecardPart([one], settings);
	expect(part.ofRecording).toEqual({});
	expect(part.ofRow(one)).toEqual({});
	expect(part.ofDetail(one)).toEqual({});
});

test('the recording has the scorecard of the questions that have points', () => {
	const list = [answered('greeting', 'Hello', forQuote), answered('mood', 'good')];
	expect(scorecardPart([...list, answered('done', null, forYes)], settings).ofRecording).toEqual({
		scorecard: {
			score: 10,
			maxScore: 10,
			percent: 100,
			passed: true,
			passMark: 80,
			criticalFailed: [],
			notApplicable: ['done'],
			sections: {
				Opening: { score: 10, maxScore: 10, percent: 100, passed: true },
				General: { score: 0, maxScore: 0, percent: null, passed: null },
			},
			points: { greeting: 10, done: null },
		},
	});
});

test('a quote that was not found gives no points, and a critical question fails the call', () => {
	const part = scorecardPart([answered('greeting', 'Hello', forQuote, false)], settings);
	expect(part.ofRecording).toMatchObject({
		scorecard: { score: 0, passed: false, criticalFailed: ['greeting'] },
	});
});

test('each question has what it gave and what it could have given', () => {
	const given = answered('greeting', 'Hello', forQuote);
	const less = answered('done', false, forYes);
	const unknown = answered('asked', null, forYes);
	const without = answered('mood', 'good');
	const part = scorecardPart([given, less, unknown, without], settings);
	const first = { section: 'Opening', critical: true, points: 10, maxPoints: 10 };
	const second = { section: 'General', critical: false, points: 1, maxPoints: 4 };
	const third = { section: 'General', critical: false, points: null, maxPoints: 4 };
	expect([given, less, unknown, without].map(part.ofDetail)).toEqual([first, second, third, {}]);
	const empty = { section: null, critical: null, points: null, maxPoints: null };
	expect([given, less, unknown, without].map(part.ofRow)).toEqual([first, second, third, empty]);
});

test('what is counted needs a quote where the settings say so', () => {
	const list = [answered('done', true, forYes, false)];
	const scoreWith = (needQuote: boolean) =>
		scorecardPart(list, { passMark: 50, needQuote }).ofRecording;
	expect(scoreWith(false)).toMatchObject({ scorecard: { score: 4, passMark: 50 } });
	expect(scoreWith(true)).toMatchObject({ scorecard: { score: 0, passMark: 50 } });
});
