import { Slots } from '../../../sandbox/speechToText/jobs/slots';

/** What has happened by the time all pending promises have had their turn. */
async function settled(): Promise<void> {
	await new Promise((resolve) => setImmediate(resolve));
}

async function queue(slots: Slots, names: string[]): Promise<string[]> {
	const admitted: string[] = [];
	for (const name of names) void slots.take().then(() => admitted.push(name));
	await settled();
	return admitted;
}

it('admits as many as there is room for, the rest in order as others leave', async () => {
	const slots = new Slots(() => 2);
	const admitted = await queue(slots, ['a', 'b', 'c', 'd']);
	expect(admitted).toEqual(['a', 'b']);
	expect(slots.free).toBe(false);
	slots.release();
	await settled();
	expect(admitted).toEqual(['a', 'b', 'c']);
});

it('admits the waiting when the limit is raised', async () => {
	let limit = 1;
	const slots = new Slots(() => limit);
	const admitted = await queue(slots, ['a', 'b', 'c']);
	limit = 3;
	slots.admit();
	await settled();
	expect(admitted).toEqual(['a', 'b', 'c']);
});
