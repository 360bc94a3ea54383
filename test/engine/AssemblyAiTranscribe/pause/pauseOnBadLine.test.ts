import fc from 'fast-check';
import { SECRET_HEADER } from '../../../../nodes/shared/webhook/secret';
import { handOver, idsIn, PausingBench } from '../../../support/engine/pausingBench';

let pausing: PausingBench;

beforeAll(async () => {
	pausing = await PausingBench.open();
});
afterAll(async () => await pausing.close());

const event = fc.record({
	/** Whose call-back comes. */
	at: fc.nat(),
	how: fc.constantFrom('plain', 'forged', 'unanswered', 'behind'),
});

test('whatever becomes of the calls, each recording is paid for once and none is lost', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 1, max: 4 }),
			fc.array(event, { maxLength: 6 }),
			async (count, events) => {
				pausing.hold();
				const { paused, output } = await pausing.transcribe(await pausing.recordings(count));
				const ids = idsIn(output);
				const calls = await pausing.letGo(ids);
				const ends = [];
				for (const { at, how } of events) {
					const call = calls[at % count];
					const id = ids[at % count];
					if (!call || id === undefined) throw new Error('A recording has no call');
					pausing.bench.sandbox.clearFaults();
					if (how === 'behind') pausing.goesOn(id);
					if (how === 'unanswered') {
						const fault = { kind: 'status' as const, status: 500 };
						pausing.bench.sandbox.fail({ method: 'GET', path: /transcript\//, fault });
					}
					const headers = how === 'forged' ? { [SECRET_HEADER]: 'guess' } : call.headers;
					const answer = await handOver(paused, { ...call, headers });
					expect(answer.result === undefined).toBe(how !== 'plain' || ends.length > 0);
					if (answer.result) ends.push(answer.result);
				}
				pausing.bench.sandbox.clearFaults();
				const [end = await paused.timeUp(), ...more] = ends;
				expect(more).toEqual([]);
				expect(idsIn(end.items('Node'))).toEqual(ids);
				for (const { json } of end.items('Node')) {
					const later = await pausing.bench.get(String(json.transcriptId));
					expect(later.output[0]?.json).toMatchObject({ status: 'completed' });
				}
				expect(pausing.bench.acceptedSubmissions()).toHaveLength(count);
			},
		),
		{ numRuns: 12 },
	);
});
