import fc from 'fast-check';
import type { Service } from '../../../../nodes/shared/api/core/service';
import type { Transcript } from '../../../../nodes/shared/api/transcriptSchema';
import { uploadFile } from '../../../../nodes/shared/api/uploads';
import { outcomeOf } from '../../../../nodes/shared/outcome';
import {
	submitOnce,
	type Submission,
	type SubmissionMemory,
} from '../../../../nodes/shared/transcript/submitOnce';
import {
	finishedTranscript,
	isFinished,
	waitForTranscript,
} from '../../../../nodes/shared/transcript/waiting/waitForTranscript';
import { memoryWith } from '../../../support/unit/memory';
import { ModelService, type Fault } from '../../../support/unit/services/modelService';
import { serviceOver } from '../../../support/unit/services/service';
import { VirtualClock } from '../../../support/unit/virtualClock';

const TRIES = 6;

const before = fc.constantFrom<Exclude<Fault, 'none'>['how']>(
	...(['unreachable', 'lost', 'timeout', 408, 429, 500, 503, 'cut'] as const),
);
const after = fc.constantFrom(...(['lost', 'timeout', 408, 500, 503, 'cut'] as const));
const anyFault: fc.Arbitrary<Fault> = fc.oneof(
	{ weight: 2, arbitrary: fc.constant<Fault>('none') },
	{ weight: 2, arbitrary: before.map((how): Fault => ({ when: 'before', how })) },
	{ weight: 2, arbitrary: after.map((how): Fault => ({ when: 'after', how })) },
);
const anyOptions = fc.record({
	faults: fc.array(anyFault, { maxLength: 40 }),
	listDelayMs: fc.integer({ min: 0, max: 115_000 }),
	fails: fc.array(fc.boolean(), { maxLength: 3 }),
});

/** One try of the node: submit, then wait until the job is finished. */
async function tryOnce(
	service: Service,
	memory: SubmissionMemory,
	submission: Submission,
): Promise<Transcript> {
	const job = await submitOnce(service, memory, submission);
	if (isFinished(job)) return finishedTranscript(job);
	return await waitForTranscript(service, job.id, { timeLimitMs: 60_000 });
}

const submissionOf = (service: Service, isUpload: boolean): Submission => ({
	work: 'item 0',
	isUpload,
	parameters: {},
	audioUrl: async () =>
		isUpload
			? await uploadFile(service, {
					open: async () => ({ kind: 'binary', content: new Uint8Array(1) }),
					byteLength: 1,
				})
			: 'https://example.com/call.mp3',
});

test.each([
	['an upload', true],
	["a user's own URL", false],
])('%s is paid for once at most, whatever fails in whatever try', async (_, isUpload) => {
	await fc.assert(
		fc.asyncProperty(anyOptions, async (options) => {
			const clock = new VirtualClock();
			const model = new ModelService(clock, options);
			const service = serviceOver(model.send, clock);
			const memory = memoryWith();
			for (let attempt = 1; attempt <= TRIES; attempt++) {
				const outcome = await outcomeOf(tryOnce(service, memory, submissionOf(service, isUpload)));
				expect(model.billed().length).toBeLessThanOrEqual(1);
				if (outcome.ok) break;
				await clock.sleep(1000);
			}
		}),
		{ numRuns: 300 },
	);
});

test('an upload is transcribed at last, as soon as the faults are over', async () => {
	await fc.assert(
		fc.asyncProperty(anyOptions, async (options) => {
			const clock = new VirtualClock();
			const model = new ModelService(clock, options);
			const service = serviceOver(model.send, clock);
			const memory = memoryWith();
			// Each try either succeeds or uses up at least one fault or one failing job.
			for (
				let attempt = 1;
				attempt <= options.faults.length + options.fails.length + 1;
				attempt++
			) {
				const outcome = await outcomeOf(tryOnce(service, memory, submissionOf(service, true)));
				if (outcome.ok) return expect(model.billed()).toHaveLength(1);
				await clock.sleep(1000);
			}
			throw new Error('It was never transcribed');
		}),
		{ numRuns: 300 },
	);
});
