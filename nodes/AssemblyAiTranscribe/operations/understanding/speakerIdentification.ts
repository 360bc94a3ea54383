import { z } from 'zod';
import { apiNames } from '../../../shared/api/names';
import { choice, text, textList } from '../../../shared/n8n/parameters/parsers';
import { effort, effortField, featureField, featureSettings, type Feature } from './feature';

const MAX_VALUE = 35;
const TOO_LONG = `a name or role has more than ${MAX_VALUE} characters, the most that the service takes`;

const speaker = z.object({
	speaker: text.min(1, 'it is empty').max(MAX_VALUE, TOO_LONG),
	description: z.string().trim().default(''),
});

/** AssemblyAI documentation, Speech Understanding, "Speaker Identification". */
export const speakerIdentification = {
	field: featureField(
		{
			displayName: 'Speaker Identification',
			name: 'speakerIdentification',
			description:
				'Puts names or roles in place of A, B and so on, which needs Speaker Labels or Multichannel. Who is who is in the output as speakerMapping.',
		},
		[
			{
				displayName: 'Speaker Type',
				name: 'speakerType',
				type: 'options',
				options: [
					{ name: 'Name', value: 'name' },
					{ name: 'Role', value: 'role' },
				],
				default: 'name',
				description: 'What to find out about each speaker',
			},
			{
				displayName: 'Known Values',
				name: 'knownValues',
				type: 'string',
				default: '',
				placeholder: 'e.g. Agent, Customer',
				description:
					'The names or roles to choose from, separated by commas. Needed for roles, unless Speakers is filled in.',
			},
			{
				displayName: 'Speakers',
				name: 'speakers',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				placeholder: 'Add Speaker',
				default: {},
				description: 'The same with a description of each, instead of Known Values',
				options: [
					{
						displayName: 'Speaker',
						name: 'speaker',
						values: [
							{
								displayName: 'Name or Role',
								name: 'speaker',
								type: 'string',
								default: '',
								placeholder: 'e.g. Agent',
							},
							{
								displayName: 'Description',
								name: 'description',
								type: 'string',
								default: '',
								placeholder: 'e.g. Works for the maker',
								description: 'By what the service can tell this speaker',
							},
						],
					},
				],
			},
			effortField,
		],
	),
	request: featureSettings({
		effort,
		knownValues: textList
			.refine((values) => values.every(({ length }) => length <= MAX_VALUE), TOO_LONG)
			.default([]),
		speakerType: choice(['name', 'role']).default('name'),
		speakers: z
			.object({ speaker: z.array(speaker).default([]) })
			// In full, because zod 4 takes a default as it is while zod 3 parses it.
			.default({ speaker: [] }),
	})
		.refine(
			({ knownValues, speakers }) => !(knownValues.length > 0 && speakers.speaker.length > 0),
			'both Known Values and Speakers are filled in; keep one of the two',
		)
		.refine(
			({ speakerType, knownValues, speakers }) =>
				speakerType === 'name' || knownValues.length + speakers.speaker.length > 0,
			'roles are to be identified but none is named; fill in Known Values, e.g. Agent, Customer',
		)
		.transform(({ speakers, speakerType, ...settings }) =>
			apiNames({
				...settings,
				speakerType,
				speakers: speakers.speaker.map((entry) => ({
					[speakerType]: entry.speaker,
					...(entry.description && { description: entry.description }),
				})),
			}),
		),
} satisfies Feature;
