import type { AnswerValue, AnswerType } from '../../../nodes/shared/questions/question';
import { verdictOf, type Verdict } from '../../../tools/evaluation/answers/matches';
import type { Expected } from '../../../tools/evaluation/set/expected';

test.each<[AnswerType, AnswerValue, Expected, Verdict]>([
	['oneOf', 'good', 'good', 'right'],
	['oneOf', 'good', 'bad', 'wrong'],
	['yesNo', false, false, 'right'],
	['yesNo', true, false, 'wrong'],
	['number', 12, 12, 'right'],
	['number', 12.5, 12, 'wrong'],
	['number', 12.5, { number: 12, tolerance: 0.5 }, 'right'],
	['number', 12.6, { number: 12, tolerance: 0.5 }, 'wrong'],
	['text', 'Oskar  Lindqvist.', 'oskar lindqvist', 'right'],
	['text', 'Mr. Oskar Lindqvist', 'Oskar Lindqvist', 'wrong'],
	['text', 'Mr. Oskar Lindqvist', { contains: 'Oskar Lindqvist' }, 'right'],
	['text', 'the last part', { contains: 'art' }, 'wrong'],
	['quote', 'Then I want my money back, it was', 'my money back', 'right'],
	['quote', 'my money', 'my money back', 'wrong'],
	['severalOf', ['b', 'a'], ['a', 'b'], 'right'],
	['severalOf', ['a'], ['a', 'b'], 'wrong'],
	['list', ['One thing', 'another'], ['another.', 'one thing'], 'right'],
	['list', 'a', ['a'], 'wrong'],
	['date', '2026-05-01', '2026-05-01', 'right'],
	['text', null, 'told', 'unknownThoughTold'],
	['text', 'told', null, 'toldThoughUnknown'],
	['text', null, null, 'right'],
])('%s %j held against %j is %s', (answerType, answer, expected, verdict) => {
	expect(verdictOf(answer, expected, { answerType })).toBe(verdict);
});
