import fc from 'fast-check';
import { countAnswers } from '../../../../nodes/shared/acrossCalls/answerCounts';
import { question } from '../../../support/unit/questions';

const CHOICES = ['good', 'bad', '__proto__', '1'];
const orNothing = <T>(value: fc.Arbitrary<T>) => fc.array(fc.option(value), { maxLength: 60 });
const count = <T>(list: readonly T[], is: (one: T) => boolean) => list.filter(is).length;

test('yes and no are as many as said so', () => {
	fc.assert(
		fc.property(orNothing(fc.boolean()), (answers) => {
			expect(countAnswers(question({ answerType: 'yesNo' }), answers)).toEqual({
				answered: count(answers, (one) => one !== null),
				unknown: count(answers, (one) => one === null),
				values: {
					yes: count(answers, (one) => one === true),
					no: count(answers, (one) => one === false),
				},
			});
		}),
	);
});

test('each choice was given as often as the calls gave it, and none is missing', () => {
	const asked = question({ answerType: 'oneOf', choices: CHOICES });
	fc.assert(
		fc.property(orNothing(fc.constantFrom(...CHOICES)), (answers) => {
			const { answered, unknown, values = {} } = countAnswers(asked, answers);
			expect(answered + unknown).toBe(answers.length);
			expect(Object.keys(values).sort()).toEqual([...CHOICES].sort());
			for (const [choice, times] of Object.entries(values)) {
				expect([choice, times]).toEqual([choice, count(answers, (one) => one === choice)]);
			}
		}),
	);
});

test('of several choices each counts once for a call', () => {
	const asked = question({ answerType: 'severalOf', choices: CHOICES });
	fc.assert(
		fc.property(orNothing(fc.array(fc.constantFrom(...CHOICES))), (answers) => {
			const { values = {} } = countAnswers(asked, answers);
			for (const [choice, times] of Object.entries(values)) {
				expect([choice, times]).toEqual([
					choice,
					count(answers, (one) => one?.includes(choice) === true),
				]);
			}
		}),
	);
});

test('numbers have a mean and a median between the least and the most', () => {
	const asked = question({ answerType: 'number' });
	fc.assert(
		fc.property(orNothing(fc.integer({ min: -1000, max: 1000 })), (answers) => {
			const told = answers.filter((one) => one !== null);
			const { answered, unknown, numbers } = countAnswers(asked, answers);
			expect([answered, unknown]).toEqual([told.length, answers.length - told.length]);
			if (told.length === 0 || !numbers) return expect([told, numbers]).toEqual([[], null]);
			const { mean, median, min, max, sum } = numbers;
			expect([min, max]).toEqual([Math.min(...told), Math.max(...told)]);
			expect(sum).toBe(told.reduce((total, one) => total + one, 0));
			expect(mean * told.length).toBeCloseTo(sum, 4);
			expect(2 * count(told, (one) => one < median)).toBeLessThanOrEqual(told.length);
			expect(2 * count(told, (one) => one > median)).toBeLessThanOrEqual(told.length);
		}),
	);
});

test('numbers of any size are told to the last digit', () => {
	const asked = question({ answerType: 'number' });
	const whole = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 });
	const some = fc.array(whole, { minLength: 1, maxLength: 9 });
	fc.assert(
		fc.property(some, fc.integer({ min: 0, max: 6 }), (integers, decimals) => {
			const scaled = integers.map((one) => (decimals === 0 ? one : one % 1_000_000_000));
			const given = scaled.map((one) => Number(`${one}e-${decimals}`));
			const { numbers } = countAnswers(asked, given);
			const sorted = [...given].sort((one, other) => one - other);
			if (given.length % 2 === 1) expect(numbers?.median).toBe(sorted[(given.length - 1) / 2]);
			const sum = scaled.reduce((total, one) => total + one, 0);
			if (Number.isSafeInteger(sum)) expect(numbers?.sum).toBe(Number(`${sum}e-${decimals}`));
			expect(numbers?.mean).toBeGreaterThanOrEqual(numbers?.min ?? NaN);
			expect(numbers?.mean).toBeLessThanOrEqual(numbers?.max ?? NaN);
		}),
	);
});

test('what only binary fractions bring is not shown', () => {
	const { numbers } = countAnswers(question({ answerType: 'number' }), [0.1, 0.2]);
	expect(numbers).toEqual({ mean: 0.15, median: 0.15, min: 0.1, max: 0.2, sum: 0.3 });
});

test.each(['text', 'list', 'date', 'quote'] as const)(
	'of the type %s only who tells is counted',
	(answerType) => {
		expect(countAnswers(question({ answerType }), ['a', null, 'a'])).toEqual({
			answered: 2,
			unknown: 1,
		});
	},
);

test('what is no choice at all is no value of one', () => {
	const asked = question({ answerType: 'oneOf', choices: ['good'] });
	expect(countAnswers(asked, [3, true, 'good'])).toMatchObject({ values: { good: 1 } });
	expect(countAnswers(asked, [3, true, 'good']).values).toEqual({ good: 1 });
});
