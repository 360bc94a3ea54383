import { z } from 'zod';
import { isPiiPolicy, PII_POLICIES } from '../../../../shared/api/catalogues/piiPolicies';
import { apiNames, nonEmpty } from '../../../../shared/api/names';
import {
	choice,
	flag,
	settings,
	text,
	textList,
	type ParameterGroup,
} from '../../../../shared/n8n/parameters/parsers';

const policies = Object.entries(PII_POLICIES)
	.map(([value, name]) => ({ name, value }))
	.sort((one, other) => one.name.localeCompare(other.name));

const piiPolicies = textList.transform((values, check) => {
	const unknown = values.filter((value) => !isPiiPolicy(value));
	if (unknown.length === 0) return values.filter(isPiiPolicy);
	check.addIssue({
		code: 'custom',
		message: `AssemblyAI has no policy ${unknown.join(', ')} and would redact nothing for it; choose from the list`,
	});
	return z.NEVER;
});

const LABEL = /^[A-Za-z0-9 _-]{1,80}$/;
const MAX_LABELS = 100;
const MAX_TERMS = 200;
const MAX_TERM = 200;

const staticEntity = z.object({
	label: text.refine(
		(label) => LABEL.test(label),
		'a label has 1 to 80 letters, numbers, spaces, underscores and hyphens',
	),
	terms: textList
		.refine((terms) => terms.length > 0, 'it is empty')
		.refine((terms) => terms.length <= MAX_TERMS, `there are more than ${MAX_TERMS} terms`)
		.refine(
			(terms) => terms.every(({ length }) => length <= MAX_TERM),
			`a term has more than ${MAX_TERM} characters`,
		),
});

const staticEntities = z
	.object({ entity: z.array(staticEntity).default([]) })
	.refine(({ entity }) => entity.length <= MAX_LABELS, `there are more than ${MAX_LABELS} labels`)
	.refine(
		({ entity }) => entity.every(({ label }) => label !== '__proto__'),
		'no label can be __proto__',
	)
	.transform(({ entity }) => {
		const byLabel = new Map<string, string[]>();
		for (const { label, terms } of entity) {
			byLabel.set(label, [...(byLabel.get(label) ?? []), ...terms]);
		}
		return Object.fromEntries(byLabel);
	});

/** AssemblyAI API reference, "Transcribe audio": the parameters that begin with redact_. */
export const privacyOptions = {
	field: {
		displayName: 'Privacy Options',
		name: 'privacyOptions',
		type: 'collection',
		placeholder: 'Add Redaction of Personal Data…',
		default: {},
		description: 'What to take out of the text and the audio',
		options: [
			{
				displayName: 'Audio Redaction Method',
				name: 'overrideAudioRedactionMethod',
				type: 'options',
				options: [
					{ name: 'Beep', value: '' },
					{ name: 'Silence', value: 'silence' },
				],
				default: 'silence',
				description: 'What is heard in the redacted audio instead of personal data',
			},
			{
				displayName: 'Redact PII',
				name: 'redactPii',
				type: 'boolean',
				default: true,
				description:
					'Whether to take personal data out of the text. Choose what in Redact PII Policies. Entities and sentiments keep it.',
			},
			{
				displayName: 'Redact PII Audio',
				name: 'redactPiiAudio',
				type: 'boolean',
				default: true,
				description:
					'Whether to also make a copy of the recording without it, for files up to 1 GB. The operation Export fetches it.',
			},
			{
				displayName: 'Redact PII Audio Quality',
				name: 'redactPiiAudioQuality',
				type: 'options',
				options: [
					{ name: 'MP3', value: 'mp3' },
					{ name: 'WAV', value: 'wav' },
				],
				default: 'mp3',
				description: 'The file type of the redacted audio',
			},
			{
				displayName: 'Redact PII Policies',
				name: 'redactPiiPolicies',
				type: 'multiOptions',
				options: policies,
				default: [],
				description: 'The kinds of personal data to take out',
			},
			{
				displayName: 'Redact PII Substitution',
				name: 'redactPiiSub',
				type: 'options',
				options: [
					{ name: 'Entity Name', value: 'entity_name', description: 'Written as [PERSON_NAME]' },
					{ name: 'Hash', value: 'hash', description: 'Written as ####' },
				],
				default: 'entity_name',
				description: 'What stands in the text instead of personal data',
			},
			{
				displayName: 'Redact Silent Audio',
				name: 'returnRedactedNoSpeechAudio',
				type: 'boolean',
				default: true,
				description: 'Whether to make the redacted audio even of a recording without speech',
			},
			{
				displayName: 'Redact Static Entities',
				name: 'redactStaticEntities',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				placeholder: 'Add Entity',
				default: {},
				description: 'Terms of your own to take out, such as names of projects',
				options: [
					{
						displayName: 'Entity',
						name: 'entity',
						values: [
							{
								displayName: 'Label',
								name: 'label',
								type: 'string',
								default: '',
								placeholder: 'e.g. PROJECT',
								description: 'What to call these terms',
							},
							{
								displayName: 'Terms',
								name: 'terms',
								type: 'string',
								typeOptions: { rows: 2 },
								default: '',
								placeholder: 'e.g. Bearclaw, Northstar',
								description: 'The terms, one per line or separated by commas',
							},
						],
					},
				],
			},
			{
				displayName: 'Redaction-Safe Mode',
				name: 'redactionSafe',
				type: 'boolean',
				default: true,
				description:
					'Whether to set what belongs together: names, contacts, numbers, health and beliefs are redacted, and what would still quote them is refused. Other policies can be chosen in Redact PII Policies.',
			},
			{
				displayName: 'Return Unredacted',
				name: 'redactPiiReturnUnredacted',
				type: 'boolean',
				default: true,
				description: 'Whether to return the text as it was said, too, beside the redacted one',
			},
		],
	},
	request: settings({
		overrideAudioRedactionMethod: choice(['silence']).optional(),
		redactPii: flag.optional(),
		redactPiiAudio: flag.optional(),
		redactPiiAudioQuality: choice(['mp3', 'wav']).optional(),
		redactPiiPolicies: piiPolicies.optional(),
		redactPiiReturnUnredacted: flag.optional(),
		redactPiiSub: choice(['entity_name', 'hash']).optional(),
		redactStaticEntities: staticEntities.optional(),
		returnRedactedNoSpeechAudio: flag.optional(),
	}).transform(
		({
			overrideAudioRedactionMethod,
			returnRedactedNoSpeechAudio,
			redactStaticEntities,
			...rest
		}) => ({
			...apiNames(rest),
			...nonEmpty('redact_static_entities', redactStaticEntities ?? {}),
			...nonEmpty(
				'redact_pii_audio_options',
				apiNames({ overrideAudioRedactionMethod, returnRedactedNoSpeechAudio }),
			),
		}),
	),
} satisfies ParameterGroup;

/** Whether everything is to be set that a redaction needs to hold; no parameter of the API. */
export const redactionSafe = settings({ redactionSafe: flag.default(false) }).transform(
	(chosen) => chosen.redactionSafe,
);
