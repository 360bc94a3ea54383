import fc from 'fast-check';
import { sourceOfText, sourceOfTranscript } from '../../../../../nodes/shared/gateway/source';
import type { AnsweredQuestion } from '../../../../../nodes/shared/questions/answerEntry';
import {
	REVIEW_CODES,
	reviewReasons,
	type ReviewCode,
} from '../../../../../nodes/shared/questions/review/reviewReasons';
import { question } from '../../../../support/unit/questions';

const text = sourceOfText('It is 89 dollars.');
const NO_QUOTE = { quote: null, verified: false, exact: false, problem: null };
const NOWHERE = { speaker: null, start: null, end: null };
const FOUND = { ...NOWHERE, quote: '89', verified: true, exact: true, problem: null };

const answered = (given: Partial<AnsweredQuestion>): AnsweredQuestion => ({
	question: question(),
	answer: 'It is 89.',
	reason: null,
	evidence: FOUND,
	...given,
});

const chosen = { model: 'gpt-5', fallbackModels: ['gpt-5-mini', 'claude-haiku-4-5'] };

interface Case {
	one?: Partial<AnsweredQuestion>;
	source?: typeof text;
	models?: string[];
	codes?: readonly ReviewCode[];
	evidence?: boolean;
}

const reasons = ({ one = {}, source = text, models = ['gpt-5'], ...rest }: Case) =>
	reviewReasons({ answered: [answered(one)], models }, source, {
		...{ codes: REVIEW_CODES, evidence: true, models: chosen },
		...rest,
	});
const codes = (given: Case) => reasons(given).map(({ code }) => code);

test('an answer with a quote that was said needs nobody', () => {
	expect(reasons({})).toEqual([]);
});

test.each([
	['notFound', 'Nobody said the words of the quote'],
	['wordDiffers', 'Not quite these words were said'],
	['otherSpeaker', 'The quote is of somebody else than asked for'],
] as const)('a quote with the problem %s', (problem, reason) => {
	const evidence = { ...NOWHERE, quote: 'x', verified: false, exact: false, problem };
	expect(reasons({ one: { evidence } })).toEqual([
		{ key: 'key', question: 'What is it?', code: 'unverifiedQuote', reason },
	]);
	const asked = question({ answerType: 'quote' });
	expect(reasons({ one: { question: asked, answer: null, evidence } })).toMatchObject([
		{ code: 'unverifiedQuote' },
		{
			code: 'unknownAnswer',
			reason: 'There is no answer, since the quote cannot be relied on',
		},
	]);
});

test('a quote that was said in several places can be relied on', () => {
	const evidence = { ...FOUND, problem: 'severalPlaces' as const };
	expect(codes({ one: { evidence } })).toEqual([]);
});

test.each([
	['Yes.', ['noQuote']],
	[true, ['noQuote']],
	[0, ['noQuote']],
	[false, []],
	[[], []],
	[null, ['unknownAnswer']],
])('%j without a quote', (answer, expected) => {
	const evidence = { ...NO_QUOTE, ...NOWHERE };
	expect(codes({ one: { answer, evidence } })).toEqual(expected);
	const unasked = codes({ one: { answer, evidence }, evidence: false });
	expect(unasked).toEqual(expected.filter((code) => code !== 'noQuote'));
});

test('speakers are missed where the question is about them', () => {
	const source = sourceOfTranscript({ id: 't', status: 'completed', text: 'It is 89.' });
	const asked = question({ question: 'What does the agent say?' });
	expect(codes({ one: { question: asked }, source })).toEqual(['noSpeakers']);
	expect(codes({ one: { question: question({ saidBy: 'B' }) }, source })).toEqual(['noSpeakers']);
	expect(codes({ source })).toEqual([]);
	expect(codes({ one: { question: asked } })).toEqual([]);
});

test.each([
	[['gpt-5'], undefined],
	[['gpt-5-2026-01-01'], undefined],
	[['gpt-5', 'gpt-5-mini-2026-01-01'], 'gpt-5-mini-2026-01-01'],
	[['claude-haiku-4-5'], 'claude-haiku-4-5'],
	[['gpt-51'], undefined],
])('answered by %j', (models, fallback) => {
	const expected = fallback ? [`${fallback} answered in place of gpt-5`] : [];
	expect(reasons({ models }).map(({ reason }) => reason)).toEqual(expected);
});

test('what the service warned of concerns the whole recording', () => {
	const metadata = { warnings: [{ message: 'Low quality.' }] };
	const source = sourceOfTranscript({ id: 't', status: 'completed', text: 'It is.', metadata });
	expect(reasons({ source })).toEqual([
		{ key: null, question: null, code: 'transcriptWarning', reason: 'Low quality.' },
	]);
});

test('of all reasons those are given that were chosen', () => {
	const one = { answer: null, evidence: { ...FOUND, verified: false, quote: 'x' } };
	const all = { one, models: ['claude-haiku-4-5'] };
	fc.assert(
		fc.property(fc.subarray([...REVIEW_CODES]), (some) => {
			expect(codes({ ...all, codes: some })).toEqual(
				codes(all).filter((code) => some.includes(code)),
			);
		}),
	);
});
