import { SPEECH_MODELS } from '../../../../shared/api/catalogues/speechModels';
import { webhookAddress } from '../../../../shared/webhook/webhookAddress';
import { apiNames } from '../../../../shared/api/names';
import { jsonObject } from '../../../../shared/n8n/parameters/jsonObject';
import { moment } from '../../../../shared/n8n/parameters/moment';
import {
	settings,
	share,
	textList,
	type ParameterGroup,
} from '../../../../shared/n8n/parameters/parsers';

const A_MOMENT = 'as 1:30, 90s or 90000. A number alone is milliseconds.';

/** What goes into the request as it is, after everything else. */
export const additionalParameters = settings({
	additionalParameters: jsonObject.optional(),
}).transform((options) => options.additionalParameters ?? {});

/** AssemblyAI API reference, "Transcribe audio": speech_models, audio_start_from and others of their kind. */
export const advancedOptions = {
	field: {
		displayName: 'Advanced Options',
		name: 'advancedOptions',
		type: 'collection',
		placeholder: 'Add Part of Recording, Model, Webhook URL…',
		default: {},
		description:
			'Which part of the recording to transcribe, by which model, and whom to call when it is done',
		options: [
			{
				displayName: 'Additional Parameters',
				name: 'additionalParameters',
				type: 'json',
				default: '{}',
				description:
					'Parameters of the request as a JSON object with the names of the API, for what this node has no field for. They win over all other fields.',
			},
			{
				displayName: 'Audio End At',
				name: 'audioEndAt',
				type: 'string',
				default: '',
				placeholder: 'e.g. 1:30',
				description: `Where in the recording to stop, ${A_MOMENT}`,
			},
			{
				displayName: 'Audio Start From',
				name: 'audioStartFrom',
				type: 'string',
				default: '',
				placeholder: 'e.g. 0:05',
				description: `Where in the recording to begin, ${A_MOMENT}`,
			},
			{
				displayName: 'Speech Models',
				name: 'speechModels',
				type: 'multiOptions',
				options: SPEECH_MODELS.map(({ id, name, description }) => ({
					name,
					value: id,
					description,
				})),
				default: [],
				description:
					'The models that may be used; the first that knows the language is. With a single model, a recording in a language that it lacks may fail or come out wrong, also where the language is detected. Without a choice the service takes the default of your account. An expression can name others.',
			},
			{
				displayName: 'Speech Threshold',
				name: 'speechThreshold',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
				default: 0,
				description:
					'The share of the recording that must be speech, from 0 to 1. With less the transcript ends in an error, which is not billed.',
			},
			{
				displayName: 'Temperature',
				name: 'temperature',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
				default: 0,
				description:
					'How freely the model may choose its words, from 0 to 1 (not with the model Universal-2 alone)',
			},
			{
				displayName: 'Webhook URL',
				name: 'webhookUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://n8n.example.com/webhook/…',
				description:
					'The address that AssemblyAI calls when the job has ended, such as the Production URL of an AssemblyAI Trigger. What stands behind a question mark comes out of the trigger again. The Webhook Secret of the credential goes along.',
			},
		],
	},
	request: settings({
		audioEndAt: moment.optional(),
		audioStartFrom: moment.optional(),
		speechModels: textList.optional(),
		speechThreshold: share.optional(),
		temperature: share.optional(),
		webhookUrl: webhookAddress.optional(),
	}).transform((options) => apiNames(options)),
} satisfies ParameterGroup;
