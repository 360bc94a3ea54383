import { outcomeOf } from '../../../nodes/shared/outcome';

test('is the value of work that succeeded', async () => {
	expect(await outcomeOf(Promise.resolve(7))).toEqual({ ok: true, value: 7 });
});

test('is what work threw, as it was thrown', async () => {
	const error = new Error('no');
	const outcome = await outcomeOf(Promise.reject(error));
	expect(outcome).toEqual({ ok: false, error });
	expect(!outcome.ok && outcome.error).toBe(error);
});
