import type { ReviewReason } from '../../../../nodes/shared/questions/review/reviewReasons';
import {
	answersItems as items,
	late,
	lateSupport,
	open,
	openSupport,
} from '../../../support/unit/answersItems';

test('a row for each question has what a person wants to read first, and no tokens', () => {
	const rows = items({ outputItems: 'perQuestion' }, [late, open], {
		requestId: 'r-1',
		transcriptId: 't-1',
	});
	const origin = { transcriptId: 't-1', model: 'm', requestId: 'r-1' };
	expect(rows).toEqual([
		{
			needsReview: false,
			json: {
				question: 'What does it cost?',
				answer: 89,
				...lateSupport,
				key: 'price',
				...origin,
			},
		},
		{
			needsReview: false,
			json: { question: 'How was it?', answer: null, ...openSupport, key: 'mood', ...origin },
		},
	]);
	expect(Object.keys(rows[0]?.json ?? {}).slice(0, 4)).toEqual([
		'question',
		'answer',
		'reason',
		'quote',
	]);
});

test('a row of a text without quotes', () => {
	expect(items({ outputItems: 'perQuestion', evidence: false })[0]?.json).toEqual({
		question: 'What does it cost?',
		answer: 89,
		key: 'price',
		transcriptId: null,
		model: 'm',
		requestId: null,
	});
});

const reasonFor = (key: string | null, code: ReviewReason['code']): ReviewReason => ({
	key,
	question: null,
	code,
	reason: 'Look at it.',
});

test('what a person should look at stands in the item of the recording', () => {
	const review = [reasonFor(null, 'transcriptWarning'), reasonFor('price', 'noQuote')];
	expect(items({ review })).toMatchObject([{ needsReview: true, json: { needsReview: review } }]);
	expect(items({ review: [] })).toMatchObject([{ needsReview: false, json: { needsReview: [] } }]);
	expect(items({ review: undefined })[0]?.json).not.toHaveProperty('needsReview');
});

test('a row has the reasons that are its own, and those of the whole recording', () => {
	const ofAll = reasonFor(null, 'transcriptWarning');
	const ofPrice = reasonFor('price', 'noQuote');
	const rows = (review: ReviewReason[]) =>
		items({ review, outputItems: 'perQuestion' }, [late, open]).map(({ json, needsReview }) => [
			json.needsReview,
			needsReview,
		]);
	expect(rows([ofAll, ofPrice])).toEqual([
		[[ofAll, ofPrice], true],
		[[ofAll], true],
	]);
	expect(rows([ofPrice])).toEqual([
		[[ofPrice], true],
		[[], false],
	]);
});

test('an open question that is to be looked at has its row, though unknown answers are left out', () => {
	const rows = (review: ReviewReason[] | undefined) =>
		items({ review, outputItems: 'perQuestion', unknownAnswers: 'omit' }, [open, late]).map(
			({ json: { key } }) => key,
		);
	expect(rows([reasonFor('mood', 'unknownAnswer')])).toEqual(['mood', 'price']);
	expect(rows([reasonFor('price', 'unknownAnswer')])).toEqual(['price']);
	expect(rows([reasonFor('mood', 'unverifiedQuote')])).toEqual(['price']);
	expect(rows([])).toEqual(['price']);
	expect(rows(undefined)).toEqual(['price']);
});
