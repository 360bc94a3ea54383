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
