import fc from 'fast-check';
import { readAnswer } from '../../../../../nodes/shared/questions/values/answerValue';
import { ANSWER_TYPES, type AnswerType } from '../../../../../nodes/shared/questions/question';
import { question } from '../../../../support/unit/questions';

const moods = ['positive', 'neutral', 'negative'];
const read = (answerType: AnswerType, text: string, choices = moods) => {
	const reading = readAnswer(question({ answerType, choices }), text);
	return reading.ok ? reading.value : 'a problem';
};

test.each<[AnswerType, string, unknown]>([
	['text', 'As it is, with a comma', 'As it is, with a comma'],
	['text', 'N/A', null],
	['text', 'none', 'none'],
	['text', 'Not mentioned', null],
	['text', 'The transcript does not say.', null],
	['text', 'keine Angabe', null],
	['text', 'Unknown', null],
	['text', 'неизвестно', null],
	['text', '…', null],
	['text', 'ไม่ได้กล่าวถึง', null],
	['text', 'không đề cập', null],
	['text', 'Δεν αναφέρεται.', null],
	['text', 'No info', null],
	['text', 'Unclear', 'Unclear'],
	['yesNo', 'Yes (unclear)', 'a problem'],
	['number', 'TBD', null],
	['oneOf', '**Positive**', 'positive'],
	['oneOf', '1. positive', 'positive'],
	['oneOf', '„positive“', 'positive'],
	['severalOf', 'Positive and negative', ['positive', 'negative']],
	['severalOf', 'positive & neutral', ['positive', 'neutral']],
	['severalOf', 'positive, not negative', 'a problem'],
	['text', 'Not mentioned in the mail he sent', 'Not mentioned in the mail he sent'],
	['yesNo', 'yes', true],
	['yesNo', '**Yes.** She did.', true],
	['yesNo', 'false', false],
	['yesNo', 'No, not at all', false],
	['yesNo', 'Nein', false],
	['yesNo', 'Yes and no', 'a problem'],
	['yesNo', 'No idea', 'a problem'],
	['yesNo', 'áno', 'a problem'],
	['yesNo', 'Not mentioned', null],
	['yesNo', 'n.a.', null],
	['yesNo', 'N-A', null],
	['yesNo', 'n. a.', null],
	['yesNo', 'Non-applicable', null],
	['yesNo', 'non-communiqué', null],
	['yesNo', 'N (not applicable)', 'a problem'],
	['yesNo', 'No (not mentioned)', 'a problem'],
	['yesNo', 'Yes, no', 'a problem'],
	['yesNo', 'Yes, and no', 'a problem'],
	['yesNo', 'Ja, nein', 'a problem'],
	['yesNo', 'Yes. Correction: no.', 'a problem'],
	['yesNo', 'N.', false],
	['yesNo', 'Yes - not yet', 'a problem'],
	['yesNo', 'Yes, he did not mind it', true],
	['yesNo', 'No - she refused', false],
	['number', '89', 89],
	['number', '0,125', 'a problem'],
	['number', '0,999 €', 'a problem'],
	['number', '1.299 €', 'a problem'],
	['number', '12.500 EUR', 'a problem'],
	['number', '$100.000', 'a problem'],
	['number', '12.50 EUR', 12.5],
	['number', '0.125 €', 0.125],
	['number', '.5', 0.5],
	['number', '9007199254740991', 9007199254740991],
	['number', '9007199254740993', 'a problem'],
	['number', '12345678901234567890', 'a problem'],
	['number', '$1,299.00', 1299],
	['number', '45%', 45],
	['number', '89 dollars.', 89],
	['number', '−3', -3],
	['number', '-0', 0],
	['number', '1,5', 'a problem'],
	['number', '1.5 million', 'a problem'],
	['number', '80 to 90', 'a problem'],
	['number', '9'.repeat(400), 'a problem'],
	['number', 'unknown', null],
	['date', '2026-02-28', '2026-02-28'],
	['date', '2026-02-28T10:00:00Z', '2026-02-28'],
	['date', '2026-02-30', 'a problem'],
	['date', 'next Tuesday', 'a problem'],
	['date', '"2026-03-04".', '2026-03-04'],
	['date', '2026-03-04 or 2026-03-11', 'a problem'],
	['date', '2026-03-04 to 2026-03-06', 'a problem'],
	['date', '2026-03-04 - not confirmed', 'a problem'],
	['date', '2569-03-04', 'a problem'],
	['date', '1405-12-13', 'a problem'],
	['date', '0001-01-01', 'a problem'],
	['date', 'none', null],
	['oneOf', 'Positive.', 'positive'],
	['oneOf', '"negative"', 'negative'],
	['oneOf', 'Neutral - she only asked', 'neutral'],
	['oneOf', 'positive, negative', 'a problem'],
	['oneOf', 'not positive', 'a problem'],
	['oneOf', 'Positive - not really', 'a problem'],
	['oneOf', 'Positive, but only at first', 'a problem'],
	['oneOf', 'Positive - she did not complain', 'positive'],
	['oneOf', 'Positive-ish', 'a problem'],
	['oneOf', 'unknown', null],
	['severalOf', 'negative\npositive', ['positive', 'negative']],
	['severalOf', 'positive, neutral', ['positive', 'neutral']],
	['severalOf', '["neutral"]', ['neutral']],
	['severalOf', 'none', []],
	['severalOf', 'positive, cheerful', 'a problem'],
	['list', '- one\n- two, three', ['one', 'two, three']],
	['list', '1. one\n2. two', ['one', 'two']],
	['list', 'the ground\n3. floor', ['the ground', '3. floor']],
	['list', '["a", 2]', ['a', '2']],
	['list', '15. März: Angebot\n20. März: Vertrag', ['15. März: Angebot', '20. März: Vertrag']],
	['list', '["1. Etage", "2. Etage", "- 3 Grad"]', ['1. Etage', '2. Etage', '- 3 Grad']],
	['list', 'None mentioned', null],
	['list', '["n.a."]', null],
	['list', '- keine Angabe', null],
	['list', 'None.', []],
])('%s: %j is read as %j', (answerType, text, value) => {
	expect(read(answerType, text)).toEqual(value);
});

test('a choice may hold commas, and one may begin another', () => {
	const choices = ['yes, by mail', 'yes, by phone', 'yes', 'unknown'];
	expect(read('severalOf', 'yes, by phone; yes, by mail', choices)).toEqual([
		'yes, by mail',
		'yes, by phone',
	]);
	expect(read('oneOf', 'Yes, by phone', choices)).toBe('yes, by phone');
	expect(read('oneOf', 'Unknown', choices)).toBe('unknown');
});

test('choices that begin with a number or a bullet are compared as they are', () => {
	const numbered = ['1. Price', '2. Delivery', '3. Service'];
	expect(read('severalOf', '1. Price\n3. Service', numbered)).toEqual(['1. Price', '3. Service']);
	expect(read('severalOf', '["1. Price", "3. Service"]', numbered)).toEqual([
		'1. Price',
		'3. Service',
	]);
	expect(read('severalOf', '- Price\n- Delivery', ['- Price', '* Delivery', 'Delivery'])).toEqual([
		'- Price',
		'Delivery',
	]);
	expect(read('severalOf', '1. Delivery\n2. Price', ['Price', 'Delivery'])).toEqual([
		'Price',
		'Delivery',
	]);
	const list = readAnswer(question({ answerType: 'severalOf', choices: numbered }), [
		'2. Delivery',
	]);
	expect(list).toMatchObject({ value: ['2. Delivery'] });
});

test('a hyphen joins the words of a choice like a space, and nothing else of it', () => {
	const choices = ['Yes', 'No', 'No show', 'Follow', 'Follow up', '2'];
	expect(read('oneOf', 'No-show', choices)).toBe('No show');
	expect(read('oneOf', 'follow–up.', choices)).toBe('Follow up');
	expect(read('oneOf', 'No-go', choices)).toBe('a problem');
	expect(read('oneOf', '2.5', choices)).toBe('a problem');
	expect(read('oneOf', '2–3', choices)).toBe('a problem');
	expect(read('oneOf', 'Follow-up', ['Follow-up', 'Follow up'])).toBe('Follow-up');
	expect(read('oneOf', 'Follow–up', ['Follow-up', 'Follow up'])).toBe('a problem');
});

test('an array of a model is a list as it is', () => {
	expect(readAnswer(question({ answerType: 'list' }), ['1. Etage', '2. Etage'])).toMatchObject({
		value: ['1. Etage', '2. Etage'],
	});
});

test('any text gives a value of the right type or a problem', () => {
	const anyText = fc.oneof(
		fc.string(),
		fc.double().map(String),
		fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
		fc.constantFrom('yes', 'no', '[]', '[1]', '"', '...', ...moods),
	);
	fc.assert(
		fc.property(fc.constantFrom(...ANSWER_TYPES), anyText, (answerType, text) => {
			const reading = readAnswer(question({ answerType, choices: moods }), text);
			if (!reading.ok) return expect(reading.problem).toEqual(expect.stringMatching(/.+/));
			const { value } = reading;
			if (value === null) return undefined;
			switch (answerType) {
				case 'text':
				case 'quote':
					return expect(value).toBe(text);
				case 'yesNo':
					return expect(typeof value).toBe('boolean');
				case 'number':
					return expect(JSON.parse(JSON.stringify(value))).toBe(value);
				case 'date':
					return expect(value).toMatch(/^\d{4}-\d{2}-\d{2}$/);
				case 'oneOf':
					return expect(moods).toContain(value);
				case 'severalOf':
					return expect(moods).toEqual(expect.arrayContaining([value].flat()));
				case 'list':
					return expect([value].flat().every((entry) => typeof entry === 'string')).toBe(true);
			}
		}),
		{ numRuns: 1000 },
	);
});
