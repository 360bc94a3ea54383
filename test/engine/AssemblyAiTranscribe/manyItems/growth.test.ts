import { setMaxListeners } from 'node:events';
import { Workbench } from '../../../support/engine/workbench';
import { countNoteAccess } from '../../../support/engine/countNoteAccess';
import { uniqueRecording } from '../../../../tools/chaos/recording';

/** Work is counted, not time: what grows with the number of recordings and no faster shows on any machine. */
const FEW = 50;
const MANY = 400;

let requests = 0;
let bench: Workbench;

beforeAll(async () => {
	// All jobs of a sandbox listen to one signal, which Node.js takes for a leak from eleven on.
	setMaxListeners(2 * MANY);
	bench = await Workbench.open({ speed: { minimumJobMs: 1500 }, log: () => void requests++ });
});
afterAll(async () => await bench.close());

/** What each recording of a run costs. */
async function costEach(recordings: number) {
	requests = 0;
	const notes = countNoteAccess();
	const items = await Promise.all(
		Array.from(
			{ length: recordings },
			async (_, index) => await bench.recording(uniqueRecording(recordings + index)),
		),
	);
	const { status, output } = await bench.transcribe(items, {
		options: { uploadConcurrency: 16 },
	});
	notes.stop();
	expect(status).toBe('success');
	expect(output.filter(({ json }) => json.status === 'completed')).toHaveLength(recordings);
	return { requests: requests / recordings, noteAccess: notes.count() / recordings };
}

test('a recording costs the same, whether there are 50 or 400 in a run', async () => {
	const few = await costEach(FEW);
	const many = await costEach(MANY);
	expect(few.noteAccess).toBeGreaterThanOrEqual(3);
	expect(many.noteAccess).toBeLessThanOrEqual(few.noteAccess);
	// An upload, a submission, the transcript, and a share in the list.
	expect(few.requests).toBeLessThan(4);
	expect(many.requests).toBeLessThan(3.5);
}, 300_000);
