import type { INodeParameters } from 'n8n-workflow';
import { onTranscript } from '../../support/engine/onTranscript';
import { Workbench } from '../../support/engine/workbench';

const IDS = 5;
let bench: Workbench;
/** Newest first, as the service lists them. */
let ids: string[];
let today: string;

beforeAll(async () => {
	bench = await Workbench.open();
	today = new Date().toISOString().slice(0, 10);
	const made: string[] = [];
	for (let n = 0; n < IDS; n++) made.push(await bench.finishedTranscript({ speakerLabels: false }));
	bench.sandbox.fail({
		method: 'POST',
		path: '/v2/transcript',
		fault: { kind: 'jobError', error: 'Audio duration is too short.' },
	});
	const { failures } = await bench.transcribe(
		[await bench.recording()],
		{},
		{ node: { onError: 'continueErrorOutput' } },
	);
	made.push(String(failures[0]?.transcriptId));
	ids = made.reverse();
});
afterEach(() => bench.sandbox.clearFaults());
afterAll(async () => await bench.close());

const listed = async (parameters: INodeParameters) => {
	const before = bench.sandbox.requests.length;
	const result = await onTranscript(bench, 'getMany', 'unused', parameters);
	const queries = bench.sandbox.requests.slice(before).map(({ query }) => query);
	return { ...result, error: result.error('Node'), output: result.output, queries };
};

const idsOf = (output: Array<{ json: object }>) =>
	output.map(({ json }) => ('transcriptId' in json ? json.transcriptId : undefined));

test('the newest come first, each as an item with the fields that tell what it is', async () => {
	const { output } = await listed({});

	expect(idsOf(output)).toEqual(ids);
	expect(output[1]).toEqual({
		json: {
			transcriptId: ids[1],
			status: 'completed',
			created: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
			completed: expect.any(String),
			audioUrl: expect.stringContaining('/upload/'),
			failureReason: null,
		},
		pairedItem: { item: 0 },
	});
});

test('a failed transcript is an item as any other, with its reason', async () => {
	const { output } = await listed({ filters: { status: 'error' } });
	expect(output).toHaveLength(1);
	expect(output[0]?.json).toMatchObject({ failureReason: 'Audio duration is too short.' });
	expect(output[0]?.json).not.toHaveProperty('error');
});

test('no more than the limit', async () => {
	const { output, queries } = await listed({ limit: 2 });
	expect(idsOf(output)).toEqual(ids.slice(0, 2));
	expect(queries).toEqual([{ limit: '2' }]);
});

test('a day is a filter, however it is written', async () => {
	const days = [`${today}T00:00:00`, `={{ DateTime.fromISO("${today}") }}`, today];
	for (const createdOn of days) {
		const { queries } = await listed({ filters: { createdOn, status: 'completed' } });
		expect(queries).toEqual([{ limit: '50', created_on: today, status: 'completed' }]);
	}
	expect((await listed({ filters: { createdOn: '2020-01-31' } })).output).toEqual([]);
});

test('Return All reads page by page toward older ones, to the last', async () => {
	const page = (of: string[], prev_url: string | null) => ({
		page_details: { prev_url },
		transcripts: of.map((id) => ({ id, status: 'completed' })),
	});
	for (const [nth, body] of [page(['d', 'c'], 'http://older'), page(['b', 'a'], null)].entries()) {
		bench.sandbox.fail({
			path: '/v2/transcript',
			nth: nth + 1,
			fault: { kind: 'status', status: 200, body },
		});
	}

	const { output, queries } = await listed({ returnAll: true });

	expect(idsOf(output)).toEqual(['d', 'c', 'b', 'a']);
	expect(queries).toEqual([{ limit: '200' }, { limit: '200', before_id: 'c' }]);
});

test('Return All over real pages gives each transcript once', async () => {
	const { output, queries } = await listed({ limit: 201 });
	expect(idsOf(output)).toEqual(ids);
	expect(queries).toEqual([{ limit: '200' }]);
});

test.each<[INodeParameters, string]>([
	[
		{ filters: { createdOn: '31.1.2026' } },
		'The parameter Filters → Created On cannot be used: it is not a date such as 2026-11-22 [item 0]',
	],
	[
		{ filters: { status: 'done' } },
		'The parameter Filters → Status cannot be used: it must be one of: completed, error, processing, queued [item 0]',
	],
	[
		{ limit: 0 },
		'The parameter Limit cannot be used: it must be a whole number of at least 1 [item 0]',
	],
])('%j is refused', async (parameters, message) => {
	const { error, queries } = await listed(parameters);
	expect(error?.message).toBe(message);
	expect(queries).toEqual([]);
});
