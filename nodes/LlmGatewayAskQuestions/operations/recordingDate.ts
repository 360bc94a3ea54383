import type { INodeProperties } from 'n8n-workflow';

export const recordingDateOption: INodeProperties = {
	displayName: 'Date of the Recording',
	name: 'recordingDate',
	type: 'string',
	default: '',
	placeholder: 'e.g. {{ $json.date }}',
	description:
		'The day on which it was recorded, such as the date of the mail it came with. Without it, days such as "next Tuesday" are unknown.',
};
