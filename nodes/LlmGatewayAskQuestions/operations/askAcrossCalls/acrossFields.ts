import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { calendarDay } from '../../../shared/n8n/parameters/calendarDay';
import { text } from '../../../shared/n8n/parameters/parsers';
import { requestOptions, requestOptionsWith } from '../model/modelFields';
import { recordingDateOption } from '../recordingDate';

export const callTitleField: INodeProperties = {
	displayName: 'Call Title',
	name: 'callTitle',
	type: 'string',
	default: '',
	placeholder: 'e.g. {{ $json.customer }}, {{ $json.date }}',
	hint: 'Empty: the ID of the transcript',
	description:
		'How you know a call, such as by its customer and date. Quotes come with the title of their call. The model does not get it.',
};

export const callTitle = text;

const dryRunOption: INodeProperties = {
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	// Whoever adds the option wants it; without it the calls are asked.
	default: true,
	description:
		'Whether to ask nothing, and return how many requests and input tokens it would take. The transcripts are read. Tokens are estimated: four bytes of a prompt are one, and each answer that is put together is 120.',
};

const includeCallAnswersOption: INodeProperties = {
	displayName: 'Include Answers of Each Call',
	name: 'includeCallAnswers',
	type: 'boolean',
	default: true,
	description:
		'Whether the output also has what each call answers by itself, with reason and quote, under perCall',
};

export const optionsField = requestOptionsWith(
	recordingDateOption,
	dryRunOption,
	includeCallAnswersOption,
);

const EITHER = 'it is neither true nor false';

export const acrossOptions = requestOptions.extend({
	dryRun: z.boolean({ message: EITHER }).default(false),
	includeCallAnswers: z.boolean({ message: EITHER }).default(false),
	recordingDate: calendarDay.optional(),
});

export type AcrossOptions = z.infer<typeof acrossOptions>;
