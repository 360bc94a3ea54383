import { onTranscript } from '../../support/engine/onTranscript';
import { Workbench } from '../../support/engine/workbench';

let bench: Workbench;

beforeAll(async () => {
	bench = await Workbench.open();
});
afterAll(async () => await bench.close());

test('removes the data of a transcript, and doing it again does no harm', async () => {
	const transcriptId = await bench.finishedTranscript();

	const first = await onTranscript(bench, 'delete', transcriptId);
	const second = await onTranscript(bench, 'delete', transcriptId);

	expect(first.output).toEqual([
		{ json: { deleted: true, transcriptId }, pairedItem: { item: 0 } },
	]);
	expect(second.output[0]?.json).toEqual({ deleted: true, transcriptId });
	const { output } = await bench.get(transcriptId);
	expect(output[0]?.json.text).toBe('Deleted by user.');
});

test('a fault of the service that passes is not the end', async () => {
	const transcriptId = await bench.finishedTranscript();
	bench.sandbox.fail({ method: 'DELETE', path: /./, fault: { kind: 'status', status: 503 } });

	const { output } = await onTranscript(bench, 'delete', transcriptId);
	expect(output[0]?.json).toEqual({ deleted: true, transcriptId });
});

test('an unknown transcript is named', async () => {
	const unknown = '00000000-0000-4000-8000-000000000000';
	const result = await onTranscript(bench, 'delete', unknown);
	expect(result.error('Node')).toMatchObject({
		message:
			'AssemblyAI did not delete the transcript (400: Transcript lookup error, transcript id not found) [item 0]',
		description: expect.stringContaining(`Transcript id: ${unknown}.`),
	});
});
