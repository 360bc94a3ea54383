import { EngineHarness } from '../../harness';
import { accountAt } from '../../../../tools/bench/growth/accountAt';
import { loopOf } from '../../../../tools/bench/growth/loopOf';
import { countNoteAccess } from '../../../support/engine/countNoteAccess';
import { SlowService } from '../../../support/engine/slowService';

const FEW = 20;
const MANY = 80;

let harness: EngineHarness;
let service: SlowService;

beforeAll(async () => {
	harness = await EngineHarness.start();
	service = await SlowService.open();
});
afterAll(async () => {
	await service.close();
	await harness.dispose();
});

/** What each round of a loop costs, and what is kept for all of them. */
async function roundsOf(rounds: number) {
	const requestsBefore = service.api.all;
	const notes = countNoteAccess();
	const result = await harness.run({ ...loopOf(rounds), credentials: accountAt(service.url) });
	notes.stop();
	expect(result.status).toBe('success');
	expect(result.items('Loop')).toHaveLength(rounds);
	const context = result.run.data.executionData?.contextData['node:Transcribe'] ?? {};
	return {
		requests: (service.api.all - requestsBefore) / rounds,
		noteAccess: notes.count() / rounds,
		saved: JSON.stringify(context).length,
	};
}

test('a round of a loop costs the same however many there were, and leaves nothing behind', async () => {
	const few = await roundsOf(FEW);
	const many = await roundsOf(MANY);
	expect(few.noteAccess).toBeGreaterThanOrEqual(2);
	expect(many.noteAccess).toBeLessThanOrEqual(few.noteAccess * 1.05);
	expect(many.requests).toBe(few.requests);
	// The notes of the last round only, whose number has a digit more or less.
	expect(few.saved).toBeGreaterThan(50);
	expect(many.saved).toBeLessThanOrEqual(few.saved + 2);
	expect(many.saved).toBeLessThan(400);
});
