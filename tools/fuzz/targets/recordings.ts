import fc from 'fast-check';
import { cutRecording } from '../../../nodes/shared/audio/clips/cutRecording';
import { outcomeOf } from '../../../nodes/shared/outcome';
import { inPieces, opusTones, tones } from '../../../test/support/audio/tones';
import { wav } from '../../../test/support/sandbox/wav';
import { expectForPeople, expectOwnError, inTime, Violation } from '../invariants';
import type { Target } from '../target';

const recordings = fc.constantFrom<Buffer>(
	...[tones('cbr'), tones('vbr'), opusTones('opus'), opusTones('opus60'), wav(5)],
);
/** Most of what says anything is at the beginning. */
const place = fc.oneof(fc.nat({ max: 200 }), fc.nat());
const changes = fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { maxLength: 30 });
const range = fc.record({ from: fc.nat({ max: 6000 }), length: fc.integer({ min: 1, max: 3000 }) });

export const recordingTargets: Target[] = [
	{
		name: 'a recording that is cut',
		property: fc.asyncProperty(
			...([recordings, changes, place, fc.array(range, { minLength: 1, maxLength: 4 })] as const),
			async (whole, changed, end, ranges) => {
				const bytes = Buffer.from(whole);
				for (const [at, value] of changed) bytes[at % bytes.byteLength] = value;
				const content = end % 2 === 0 ? bytes : bytes.subarray(0, end % bytes.byteLength);
				const wanted = ranges.map(({ from, length }) => ({ from, to: from + length }));
				const read = async () => inPieces(content, 1_000);
				const outcome = await inTime(
					async () => await outcomeOf(cutRecording({ name: 'call', bytes: read }, wanted)),
				);
				if (!outcome.ok) {
					expectOwnError(outcome.error);
					return expectForPeople(String(outcome.error));
				}
				for (const clip of outcome.value.clips) {
					if (clip && clip.to < clip.from) throw new Violation('A clip ends before it begins');
					// The silent frames, heads and pages around it are no more than the recording itself.
					if (clip && clip.content.byteLength > content.byteLength + 10_000)
						throw new Violation('A clip is larger than its recording');
				}
			},
		),
	},
];
