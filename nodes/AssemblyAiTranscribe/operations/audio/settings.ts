import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import {
	includeInputField,
	includeInputFields,
	optionsOf,
	simplifyField,
	timeoutMinutes,
	timeoutMinutesField,
	waitMode,
	waitModeField,
	withTimeLimitMs,
} from '../../../shared/n8n/parameters/commonFields';
import {
	pauseAfterField,
	pauseAfterSeconds,
	pauseNotice,
	withPauseAfterMs,
} from '../../../shared/n8n/parameters/pauseFields';
import { readParameter } from '../../../shared/n8n/parameters/readParameter';
import { talkMetrics, talkMetricsField } from '../talkMetricsOption';
import { speakerLabelsField } from './options/speakerLabels';
import { parameterCollections, readRequestParameters } from './parameters';
import { recordingFields } from './recordings';

/** A few at a time fill a line; more would only make each of them slower and more likely to break off. */
const UPLOADS_AT_ONCE = 4;

const optionsField = optionsOf(
	includeInputField,
	pauseAfterField,
	talkMetricsField,
	timeoutMinutesField,
	{
		displayName: 'Upload Concurrency',
		name: 'uploadConcurrency',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: UPLOADS_AT_ONCE,
		description: 'How many files are uploaded at the same time',
	},
);

const options = z
	.object({
		pauseAfterSeconds,
		timeoutMinutes,
		uploadConcurrency: z.number().int().min(1).default(UPLOADS_AT_ONCE),
		includeInputFields,
		talkMetrics,
	})
	.transform(withTimeLimitMs)
	.transform(withPauseAfterMs);

export const transcribeFields: INodeProperties[] = [
	...recordingFields,
	speakerLabelsField,
	waitModeField,
	pauseNotice,
	simplifyField,
	...parameterCollections,
	optionsField,
];

export type Settings = ReturnType<typeof readSettings>;

/** What is to be done with the recordings of one item. @throws InputError when a value cannot be used */
export function readSettings(context: IExecuteFunctions, itemIndex: number) {
	return {
		waitMode: readParameter(context, itemIndex, waitModeField, waitMode),
		simplify: readParameter(context, itemIndex, simplifyField, z.boolean()),
		options: readParameter(context, itemIndex, optionsField, options),
		parameters: readRequestParameters(context, itemIndex),
	};
}
