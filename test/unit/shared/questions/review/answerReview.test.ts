import type { AnsweredQuestion } from '../../../../../nodes/shared/questions/answerEntry';
import { AnswerReview } from '../../../../../nodes/shared/questions/review/answerReview';
import { sourceOfText, sourceOfTranscript } from '../../../../../nodes/shared/gateway/source';
import { question } from '../../../../support/unit/questions';

const text = sourceOfText('It is 89 dollars.');
const plain = sourceOfTranscript({ id: 't', status: 'completed', text: 'It is 89 dollars.' });

function answered(key: string, asked = 'What is it?'): AnsweredQuestion {
	return {
		question: question({ key, question: asked }),
		answer: null,
		reason: null,
		evidence: {
			quote: null,
			verified: false,
			exact: false,
			problem: null,
			speaker: null,
			start: null,
			end: null,
		},
	};
}

test('not more keys are named than one reads', () => {
	const review = new AnswerReview();
	review.add(
		Array.from({ length: 11 }, (_, n) => answered(`k${n}`)),
		text,
	);
	expect(review.remarks()).toEqual([
		{
			subject: 'unknown',
			type: 'info',
			message: 'The recording does not tell: k0, k1, k2, k3, k4, k5, k6, k7 and 3 more',
		},
	]);
});

test('an invented quote is named as such, not as unknown as well', () => {
	const review = new AnswerReview();
	const { evidence, ...rest } = answered('threat');
	review.add([{ ...rest, evidence: { ...evidence, quote: 'I will sue' } }], text);
	expect(review.remarks().map(({ subject }) => subject)).toEqual(['quotes']);
});

const subjectsFor = (asked: string, source = plain) => {
	const review = new AnswerReview();
	review.add([answered('k', asked)], source);
	return review.remarks().map(({ subject }) => subject);
};

test.each([
	'How is the Agent?',
	'Wie geht es der Kundin?',
	'What did the seller offer?',
	'Who called?',
])('%s needs speakers', (asked) => {
	expect(subjectsFor(asked)).toContain('speakers');
	// A text may have its speakers in its own form.
	expect(subjectsFor(asked, text)).not.toContain('speakers');
});

test.each(['Which reagent is used?', 'What does it cost?', 'Is customerX named?'])(
	'%s does not need speakers',
	(asked) => {
		expect(subjectsFor(asked)).not.toContain('speakers');
	},
);

test('a key that several recordings leave open is told once, with how often', () => {
	const review = new AnswerReview();
	for (const key of ['a', 'b', 'a', 'a']) review.add([answered(key)], text);
	expect(review.remarks()).toMatchObject([
		{ message: 'The recording does not tell: a (3 times), b' },
	]);
});
