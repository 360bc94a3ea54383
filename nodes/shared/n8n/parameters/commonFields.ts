import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

/** Whether the node stays with a job until it is finished. */
export const waitModeField: INodeProperties = {
	displayName: 'Wait Mode',
	name: 'waitMode',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Do Not Wait',
			value: 'doNotWait',
			description: 'Return the transcript in whatever state it is, with its ID for later',
		},
		{
			name: 'Pause Until AssemblyAI Calls Back',
			value: 'webhook',
			description:
				'Look at the job for a short time, then put the whole execution away until it is finished, so that nothing runs meanwhile',
		},
		{
			name: 'Wait Until Finished',
			value: 'poll',
			description: 'Look at the job until it is finished and return the transcript',
		},
	],
	default: 'poll',
	description: 'How to go on while AssemblyAI works on the recording',
};

export const waitMode = z.enum(['poll', 'webhook', 'doNotWait']);

export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

const MINUTE_MS = 60_000;

/** Most recordings are done within a minute; an hour also covers a queue and the longest files. */
export const timeoutMinutesField: INodeProperties = {
	displayName: 'Timeout (Minutes)',
	name: 'timeoutMinutes',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 60,
	description:
		'How long to wait for a transcript. When the time is up the item fails with the transcript ID, by which it can be fetched later; an execution that pauses goes on with it as it is.',
};

export const timeoutMinutes = z
	.number({ message: 'it is not a number of minutes' })
	.positive('it must be more than 0')
	.default(60);

/** The same options with the limit in the unit that everything else counts in. */
export function withTimeLimitMs<Options extends { timeoutMinutes: number }>({
	timeoutMinutes: minutes,
	...options
}: Options): Omit<Options, 'timeoutMinutes'> & { timeLimitMs: number } {
	return { ...options, timeLimitMs: minutes * MINUTE_MS };
}

export const includeInputField: INodeProperties = {
	displayName: 'Include Input Fields',
	name: 'includeInputFields',
	type: 'boolean',
	// Whoever adds the option wants it; without it the fields stay out.
	default: true,
	description:
		'Whether the output also has the fields and files of the input item, such as the ID of a CRM record',
};

export const includeInputFields = z
	.boolean({ message: 'it is neither true nor false' })
	.default(false);

/** The collection of what most people leave as it is, in alphabetical order. */
export function optionsOf(...options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...options].sort((one, other) => one.displayName.localeCompare(other.displayName)),
	};
}
