import { apiNames } from '../../../shared/api/names';
import { flag, text } from '../../../shared/n8n/parameters/parsers';
import { featureField, featureSettings, type Feature } from './feature';

/** AssemblyAI documentation, Speech Understanding, "Custom Formatting". */
export const customFormatting = {
	field: featureField(
		{
			displayName: 'Custom Formatting',
			name: 'customFormatting',
			description:
				'Writes dates, phone numbers and e-mail addresses in one form. The result is in the output as formattedText; the text itself stays.',
		},
		[
			{
				displayName: 'Date',
				name: 'date',
				type: 'string',
				default: '',
				placeholder: 'e.g. mm/dd/yyyy',
				description: 'The form of dates; empty leaves them as they are',
			},
			{
				displayName: 'Email',
				name: 'email',
				type: 'string',
				default: '',
				placeholder: 'e.g. username@domain.com',
				description: 'The form of e-mail addresses; empty leaves them as they are',
			},
			{
				displayName: 'Phone Number',
				name: 'phoneNumber',
				type: 'string',
				default: '',
				placeholder: 'e.g. (xxx)xxx-xxxx',
				description: 'The form of phone numbers; empty leaves them as they are',
			},
			{
				displayName: 'Format Utterances',
				name: 'formatUtterances',
				type: 'boolean',
				default: false,
				description:
					'Whether to format utterance by utterance, too. The output then has formattedDialogue.',
			},
		],
	),
	request: featureSettings({
		date: text.optional(),
		email: text.optional(),
		formatUtterances: flag.default(false),
		phoneNumber: text.optional(),
	})
		.refine(
			({ date, email, phoneNumber }) => Boolean(date ?? email ?? phoneNumber),
			'no form is given; fill in Date, Email or Phone Number',
		)
		.transform((settings) => apiNames(settings)),
} satisfies Feature;
