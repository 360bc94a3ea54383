import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { inTurn, type Write } from './inTurn';

function waiting(times: number): Promise<void> {
	return times === 0 ? Promise.resolve() : nextTurn().then(() => waiting(times - 1));
}

test('what each writes appears whole and in order, however they take turns', async () => {
	const waits = fc.array(fc.array(fc.nat(5), { maxLength: 5 }), { minLength: 1, maxLength: 5 });
	await fc.assert(
		fc.asyncProperty(waits, async (works) => {
			const shown: string[] = [];
			await inTurn(
				works.map((lines, work) => ({ lines, work })),
				(text) => void shown.push(text),
				async ({ lines, work }, write) => {
					for (const [line, turns] of lines.entries()) {
						await waiting(turns);
						write(`${work}.${line}`);
					}
				},
			);
			expect(shown).toEqual(
				works.flatMap((lines, work) => lines.map((_, line) => `${work}.${line}`)),
			);
		}),
	);
});

test('they go on at the same time, and the first one appears while it does', async () => {
	const shown: string[] = [];
	let finish = () => {};
	const finished = new Promise<void>((resolve) => (finish = resolve));
	const works: Array<(write: Write) => Promise<void>> = [
		async (write) => {
			write('first');
			await finished;
		},
		async (write) => {
			write('second');
			expect(shown).toEqual(['first']);
			finish();
		},
	];
	await inTurn(
		works,
		(text) => void shown.push(text),
		async (work, write) => await work(write),
	);
	expect(shown).toEqual(['first', 'second']);
});

test('all of them end, and the first failure is thrown', async () => {
	const shown: string[] = [];
	const works = ['one', 'two', 'three'];
	const all = inTurn(
		works,
		(text) => void shown.push(text),
		async (work, write) => {
			await waiting(works.length - works.indexOf(work));
			write(work);
			if (work !== 'one') throw new Error(work);
		},
	);
	await expect(all).rejects.toThrow('two');
	expect(shown).toEqual(works);
});
