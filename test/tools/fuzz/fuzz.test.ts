import fc from 'fast-check';
import { fuzz, TARGETS } from '../../../tools/fuzz/fuzz';
import {
	expectForPeople,
	expectOwnError,
	expectPlain,
	Violation,
} from '../../../tools/fuzz/invariants';

const INPUTS = 150;

test.each(TARGETS.map((target) => [target.name, target] as const))(
	'whatever it is: %s',
	async (_, target) => {
		expect((await fuzz(target, 1, INPUTS))?.said).toBeUndefined();
	},
);

test('an input that fails is shown, and the same seed fails again', async () => {
	const property = fc.asyncProperty(fc.nat(), async (given) => {
		if (given > 100) throw new Error('too much');
	});
	const found = await fuzz({ name: 'numbers', property }, 7, INPUTS);
	expect(found?.said).toContain('[101]');
	expect(await fuzz({ name: 'numbers', property }, 7, INPUTS)).toEqual(found);
});

test.each([
	['an error of JavaScript', () => expectOwnError(new TypeError('x is not a function'))],
	['words of a schema', () => expectForPeople('Expected string, received number')],
	['a prototype that was sent', () => expectPlain({ a: Object.create({ b: 1 }) })],
])('%s is a violation', (_, check) => {
	expect(check).toThrow(Violation);
});
