import { ASK, TRANSCRIBE, Workbench } from '../support/engine/workbench';

let bench: Workbench;

beforeAll(async () => {
	bench = await Workbench.open();
});
afterEach(() => bench.sandbox.reset());
afterAll(async () => await bench.close());

const listOf = async (node: string, method: string, paginationToken?: string) =>
	await bench.harness.listSearch(node, method, {
		parameters: {},
		credentials: bench.credentials(),
		...(paginationToken && { paginationToken }),
	});

test('the list of recent transcripts has failed ones only where one can do something with them', async () => {
	const good = await bench.finishedTranscript();
	await bench.transcribe(
		[await bench.recording('no audio at all')],
		{},
		{
			node: { onError: 'continueRegularOutput' },
		},
	);

	const all = await listOf(TRANSCRIBE, 'searchTranscripts');
	expect(all.results).toHaveLength(2);
	for (const node of [TRANSCRIBE, ASK]) {
		const { results } = await listOf(node, 'searchUsableTranscripts');
		expect(results).toEqual([{ name: expect.stringContaining('completed'), value: good }]);
	}
});

const page = (status: string, ids: string[], hasMore: boolean) => ({
	kind: 'status' as const,
	status: 200,
	body: {
		page_details: {
			limit: 50,
			result_count: ids.length,
			current_url: 'u',
			prev_url: hasMore ? 'older' : null,
			next_url: null,
		},
		transcripts: ids.map((id) => ({
			id,
			resource_url: 'u',
			status,
			created: '2026-11-26T10:00:00.000000',
			completed: null,
			audio_url: 'u',
			error: null,
		})),
	},
});

test('a page of nothing but failed ones is passed over', async () => {
	bench.sandbox.fail({ path: '/v2/transcript', fault: page('error', ['c', 'b'], true) });
	bench.sandbox.fail({ path: '/v2/transcript', nth: 2, fault: page('completed', ['a'], true) });

	expect(await listOf(ASK, 'searchUsableTranscripts')).toEqual({
		results: [{ name: '2026-11-26 10:00 · completed · a', value: 'a' }],
		paginationToken: 'a',
	});
	expect(bench.sandbox.requests.map(({ query }) => query.before_id)).toEqual([undefined, 'b']);
});

test('a list of nothing but failed ones ends', async () => {
	bench.sandbox.fail({ path: '/v2/transcript', fault: page('error', ['c'], false) });
	expect(await listOf(ASK, 'searchUsableTranscripts')).toEqual({ results: [] });
});
