import { onTranscript } from '../../support/engine/onTranscript';
import { Workbench } from '../../support/engine/workbench';

let bench: Workbench;
let id: string;

beforeAll(async () => {
	bench = await Workbench.open();
	id = await bench.finishedTranscript();
});
afterAll(async () => await bench.close());

test('measures the sample call by one request', async () => {
	const before = bench.sandbox.requestsTo('GET', /./).length;
	const { output } = await onTranscript(bench, 'getTalkMetrics', id);

	expect(bench.sandbox.requestsTo('GET', /./)).toHaveLength(before + 1);
	expect(output[0]?.json).toMatchObject({
		transcriptId: id,
		durationMs: 75_000,
		overlapMs: 0,
		speakerSwitches: 10,
		speakerMetrics: [
			{ speaker: 'A', turns: 6, questionsAsked: 1, patienceMs: 450 },
			{ speaker: 'B', turns: 5, questionsAsked: 5, patienceMs: 450 },
		],
	});
	expect(output[0]?.json).not.toHaveProperty('n');
});

test('keeps the fields of the input where that is wanted', async () => {
	const { output } = await onTranscript(bench, 'getTalkMetrics', [id, id], {
		options: { includeInputFields: true },
	});
	expect(output.map(({ json }) => [json.n, json.speakerSwitches])).toEqual([
		[0, 10],
		[1, 10],
	]);
});

test('a transcript without speakers has silence, and no metrics of speakers', async () => {
	const { output: transcripts } = await bench.transcribe([await bench.recording()], {
		speakerLabels: false,
	});
	const { output } = await onTranscript(
		bench,
		'getTalkMetrics',
		String(transcripts[0]?.json.transcriptId),
	);
	expect(output[0]?.json).toMatchObject({
		silenceMs: expect.any(Number),
		overlapMs: null,
		speakerMetrics: [],
	});
});

test('a transcript that is not finished is an error that says so', async () => {
	bench.sandbox.setSpeed({ minimumJobMs: 60_000 });
	const { output: submitted } = await bench.transcribe([await bench.recording()], {
		waitMode: 'doNotWait',
	});
	const unfinished = String(submitted[0]?.json.transcriptId);
	const result = await onTranscript(bench, 'getTalkMetrics', unfinished);
	bench.sandbox.setSpeed({ minimumJobMs: 0 });

	expect(result.error('Node')?.message).toMatch(/^The transcript is not finished yet/);
});

describe('the option Talk Metrics', () => {
	const measured = { durationMs: 75_000, speakerSwitches: 10 };

	test.each([true, false])(
		'of Get, with Simplify %s, and only where it is on',
		async (simplify) => {
			const got = async (options: { talkMetrics?: boolean }) =>
				(await onTranscript(bench, 'get', id, { simplify, options })).output[0]?.json;
			expect(await got({ talkMetrics: true })).toMatchObject({ talkMetrics: measured });
			expect(await got({ talkMetrics: false })).not.toHaveProperty('talkMetrics');
			expect(await got({})).not.toHaveProperty('talkMetrics');
		},
	);

	test.each([
		['poll', expect.objectContaining(measured)],
		['doNotWait', null],
	])('of Transcribe, with the wait mode %s', async (waitMode, talkMetrics) => {
		bench.sandbox.setSpeed({ minimumJobMs: waitMode === 'poll' ? 0 : 60_000 });
		const { output } = await bench.transcribe([await bench.recording()], {
			waitMode,
			options: { talkMetrics: true },
		});
		bench.sandbox.setSpeed({ minimumJobMs: 0 });
		expect(output[0]?.json).toMatchObject({ transcriptId: expect.any(String), talkMetrics });
	});
});
