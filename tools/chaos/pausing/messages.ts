import { z } from 'zod';
import type { ResumeCall, RunNodeOptions, StoredExecution } from '../../../test/engine/harness';

/** What another process needs to know of a run, beside what n8n saves of it. */
export type RunToTakeOver = Pick<
	RunNodeOptions,
	'type' | 'parameters' | 'node' | 'credentials' | 'instanceUrl'
>;

const takenOver = {
	run: z.custom<RunToTakeOver>(),
	execution: z.custom<StoredExecution>(),
	/** The clock of the process that is gone. */
	clock: z.object({ times: z.number(), begin: z.number() }),
};

export const takeOverQuestion = z.discriminatedUnion('ask', [
	z.object({ ask: z.literal('call'), call: z.custom<ResumeCall>(), ...takenOver }),
	z.object({ ask: z.literal('timeUp'), ...takenOver }),
	z.object({ ask: z.literal('end') }),
]);

export type TakeOverQuestion = z.infer<typeof takeOverQuestion>;

export const takeOverAnswer = z.object({
	/** Of the HTTP response. */
	status: z.number(),
	/** The rest of the run as text; null where the execution stays paused. */
	run: z.string().nullable(),
});

export type TakeOverAnswer = z.infer<typeof takeOverAnswer>;
