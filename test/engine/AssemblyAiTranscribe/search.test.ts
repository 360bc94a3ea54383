import { onTranscript } from '../../support/engine/onTranscript';
import { Workbench } from '../../support/engine/workbench';

let bench: Workbench;
let id: string;

beforeAll(async () => {
	bench = await Workbench.open();
	id = await bench.finishedTranscript();
});
afterAll(async () => await bench.close());

test('tells where words and phrases are said', async () => {
	const { output } = await onTranscript(bench, 'search', id, { words: 'Yearly plan, map' });

	expect(output[0]?.json).toEqual({
		transcriptId: id,
		totalCount: 5,
		matches: [
			{
				text: 'yearly plan',
				count: 2,
				timestamps: [
					{ start: expect.any(Number), end: expect.any(Number) },
					{ start: expect.any(Number), end: expect.any(Number) },
				],
				indexes: [expect.any(Number), expect.any(Number)],
			},
			expect.objectContaining({ text: 'map', count: 3 }),
		],
	});
});

test('takes phrases by lines, by commas and from an expression, and finds nothing quietly', async () => {
	const searched = async (words: string) => {
		await onTranscript(bench, 'search', id, { words });
		return bench.sandbox.requestsTo('GET', /word-search$/).at(-1)?.query.words;
	};
	expect(await searched('yearly plan\nzebra, map\n')).toBe('yearly plan,zebra,map');
	expect(await searched('={{ ["yearly plan", "zebra"] }}')).toBe('yearly plan,zebra');

	const { output } = await onTranscript(bench, 'search', id, { words: 'zebra' });
	expect(output[0]?.json).toEqual({ transcriptId: id, totalCount: 0, matches: [] });
});

test.each([
	['={{ " , " }}', 'it is empty'],
	[
		'one two three four five six',
		'a phrase has more than 5 words, the most that the service takes',
	],
])('%j is refused', async (words, message) => {
	const result = await onTranscript(bench, 'search', id, { words });
	expect(result.error('Node')?.message).toBe(
		`The parameter Words cannot be used: ${message} [item 0]`,
	);
});

test('many items come out in their order, and one that is unknown fails alone', async () => {
	const unknown = '00000000-0000-4000-8000-000000000000';
	const ids = Array.from({ length: 30 }, (_, n) => (n === 7 ? unknown : id));
	const { output, failed } = await onTranscript(
		bench,
		'search',
		ids,
		{ words: 'map', options: { includeInputFields: true } },
		{ node: { onError: 'continueErrorOutput' } },
	);

	expect(output.map(({ json }) => json.n)).toEqual(ids.map((_, n) => n).filter((n) => n !== 7));
	expect(failed).toEqual([
		expect.objectContaining({
			json: expect.objectContaining({
				error: {
					message:
						'AssemblyAI did not search the transcript (400: Transcript lookup error, transcript id not found). Check the transcript ID. A transcript is only visible to the account and region that made it: compare the region of the credential.',
					transcriptId: unknown,
					status: 400,
				},
			}),
			pairedItem: { item: 7 },
		}),
	]);
});
