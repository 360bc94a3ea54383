import type { INodeProperties } from 'n8n-workflow';
import { simplifyField } from '../shared/n8n/waitMode';

const addressNotice: INodeProperties = {
	displayName:
		'AssemblyAI learns the address with each job: in AssemblyAI Transcribe, choose Wait Mode <b>Do Not Wait</b> and put the <b>Production URL</b> of this node into <b>Webhook URL</b> of Advanced Options',
	name: 'addressNotice',
	type: 'notice',
	default: '',
};

const eventsField: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	noDataExpression: true,
	required: true,
	options: [
		{
			name: 'Redacted Audio Ready',
			value: 'redactedAudioReady',
			description: 'The copy without personal data is there. Needs a Webhook Secret.',
		},
		{
			name: 'Transcript Completed',
			value: 'transcriptCompleted',
			description: 'A recording was transcribed',
		},
		{
			name: 'Transcript Failed',
			value: 'transcriptFailed',
			description: 'A recording could not be transcribed; failureReason says why',
		},
	],
	default: ['transcriptCompleted', 'transcriptFailed'],
	description: 'What starts the workflow',
};

// A trigger has no item yet that an expression could look at.
export const fields: INodeProperties[] = [
	addressNotice,
	eventsField,
	{ ...simplifyField, noDataExpression: true },
];
