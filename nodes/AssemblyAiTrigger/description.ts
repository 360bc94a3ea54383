import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { simplifyField } from '../shared/n8n/parameters/commonFields';

const addressNotice: INodeProperties = {
	displayName:
		"Copy this node's URL (open <b>Webhook URLs</b> above) into AssemblyAI Transcribe, Advanced Options, <b>Webhook URL</b>, and choose the Wait Mode <b>Do Not Wait</b> there. Take the Test URL while you build, the Production URL afterwards.",
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

const unsignedField: INodeProperties = {
	displayName: 'Accept Calls Without Secret',
	name: 'acceptCallsWithoutSecret',
	type: 'boolean',
	noDataExpression: true,
	default: false,
	description:
		'Whether calls count although the credential has no Webhook Secret. Anybody who knows the address can then start the workflow, with transcripts of your account.',
};

// A trigger has no item yet that an expression could look at.
export const fields: INodeProperties[] = [
	addressNotice,
	eventsField,
	{ ...simplifyField, noDataExpression: true },
	unsignedField,
];

const TEST =
	'<b>While you build the workflow</b>, click the button to listen and transcribe a recording with the Test URL as its Webhook URL: what AssemblyAI sends shows up here.';

/** What the editor says where other nodes show their input, and once the workflow is on. */
export const panelTexts = {
	eventTriggerDescription: 'Waiting for AssemblyAI to call the Test URL',
	activationMessage:
		'AssemblyAI can now start this workflow. Give the Production URL of the trigger to AssemblyAI Transcribe as Webhook URL.',
	triggerPanel: {
		header: 'Start when AssemblyAI calls back',
		executionsHelp: {
			inactive: `${TEST}<br /><br /><b>To start it automatically</b>, publish it (n8n 1.x: activate it) and use the Production URL.`,
			active: `${TEST}<br /><br /><b>It starts automatically</b> for jobs that have the Production URL. Those executions are in the <a data-key="executions">executions list</a>, not in the editor.`,
		},
		activationHint:
			'Once the workflow is published (n8n 1.x: activated), jobs that have the Production URL start it without this button.',
	},
} satisfies Partial<INodeTypeDescription>;
