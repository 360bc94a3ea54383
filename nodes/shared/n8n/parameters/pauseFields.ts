import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

/** What a pause needs, where somebody chooses it. */
export const pauseNotice: INodeProperties = {
	displayName:
		'For this wait mode n8n has to be reachable from the internet, and the credential needs a <b>Webhook Secret</b>. While the execution pauses, nothing runs. It goes on when all recordings are finished, or at the time limit with what is there: a transcript that is not finished then has the status <b>processing</b> or <b>queued</b>, and a failed one the field <b>error</b>.',
	name: 'pauseNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { waitMode: ['webhook'] } },
};

/** Most recordings are done in this time, and for them a pause would only take longer. */
const PAUSE_AFTER_SECONDS = 30;

export const pauseAfterField: INodeProperties = {
	displayName: 'Pause After (Seconds)',
	name: 'pauseAfterSeconds',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: PAUSE_AFTER_SECONDS,
	displayOptions: { show: { '/waitMode': ['webhook'] } },
	description:
		'How long to look at a job before the execution pauses. Most recordings are done within a minute, and then there is nothing to pause for.',
};

/** An expression may give nothing, or the number as a text. */
export const pauseAfterSeconds = z.preprocess(
	(value) => (value === null || value === '' ? undefined : value),
	z.coerce
		.number({ message: 'it is not a number of seconds' })
		.min(0, 'it must not be below 0')
		.default(PAUSE_AFTER_SECONDS),
);

/** The same options with the time in the unit that everything else counts in. */
export function withPauseAfterMs<Options extends { pauseAfterSeconds: number }>({
	pauseAfterSeconds: seconds,
	...options
}: Options): Omit<Options, 'pauseAfterSeconds'> & { pauseAfterMs: number } {
	return { ...options, pauseAfterMs: seconds * 1000 };
}
