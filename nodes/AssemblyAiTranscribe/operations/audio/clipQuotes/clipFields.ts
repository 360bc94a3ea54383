import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { settings } from '../../../../shared/n8n/parameters/parsers';
import {
	includeInputField,
	includeInputFields,
	optionsOf,
} from '../../../../shared/n8n/parameters/commonFields';

export const sourceField: INodeProperties = {
	displayName: 'Source',
	name: 'source',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Binary File(s)',
			value: 'binary',
			description: 'An MP3, WAV or Ogg Opus file of which each clip becomes a file of its own',
		},
		{
			name: 'URL',
			value: 'url',
			description: 'An address of the recording, to which a link is made that begins at the quote',
		},
	],
	default: 'binary',
	description: 'Where the recording comes from',
};

export const binaryField: INodeProperties = {
	displayName: 'Input Binary Field',
	name: 'binaryPropertyName',
	type: 'string',
	default: '',
	placeholder: 'e.g. data',
	hint: 'Leave empty to take the recording that is on the item',
	displayOptions: { show: { source: ['binary'] } },
	description:
		"The name of the input field that has the file, or a file of an earlier node, such as {{ $('Webhook').item.binary.audio }}",
};

export const urlField: INodeProperties = {
	displayName: 'Audio URL',
	name: 'audioUrl',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://example.com/call.mp3',
	displayOptions: { show: { source: ['url'] } },
	description: 'The address under which people can hear the recording',
};

export const quotesField: INodeProperties = {
	displayName: 'Quotes',
	name: 'quotes',
	type: 'json',
	default: '={{ $json.details ?? $json.evidence ?? $json }}',
	required: true,
	description:
		'The answers of LLM Gateway Ask Questions, or anything with start and end in milliseconds: one, a list, or several by name',
};

export const outputField: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'outputBinaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	displayOptions: { show: { source: ['binary'] } },
	hint: 'The name of the output binary field to put the clip in',
};

const SECONDS_AROUND = 1;

const secondsField = (name: string, displayName: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 2 },
	default: SECONDS_AROUND,
	description,
});

export const optionsField = optionsOf(
	{
		...includeInputField,
		description: 'Whether the output also has the fields of the input item, but not its files',
	},
	secondsField('secondsAfter', 'Seconds After', 'How many seconds to add after each quote'),
	secondsField('secondsBefore', 'Seconds Before', 'How many seconds to add before each quote'),
);

const seconds = z
	.number({ message: 'it is not a number of seconds' })
	.min(0, 'it must not be less than 0')
	.default(SECONDS_AROUND);

export const clipOptions = settings({
	includeInputFields,
	secondsAfter: seconds,
	secondsBefore: seconds,
});
