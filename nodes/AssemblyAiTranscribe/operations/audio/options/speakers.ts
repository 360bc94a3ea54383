import { apiNames, nonEmpty } from '../../../../shared/api/names';
import {
	flag,
	settings,
	wholeNumber,
	type ParameterGroup,
} from '../../../../shared/n8n/parameters/parsers';

/** AssemblyAI API reference, "Transcribe audio": speakers_expected, speaker_options, multichannel. */
export const speakerOptions = {
	field: {
		displayName: 'Speaker Options',
		name: 'speakerOptions',
		type: 'collection',
		placeholder: 'Add Number of Speakers, Multichannel…',
		default: {},
		description: 'How many speak, and whether each has a channel of the recording',
		options: [
			{
				displayName: 'Maximum Speakers Expected',
				name: 'maxSpeakersExpected',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 10,
				description: 'The most speakers that may be told apart',
			},
			{
				displayName: 'Minimum Speakers Expected',
				name: 'minSpeakersExpected',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 1,
				description: 'The fewest speakers that are to be told apart',
			},
			{
				displayName: 'Multichannel',
				name: 'multichannel',
				type: 'boolean',
				default: true,
				description:
					'Whether each channel of the recording is a speaker of its own, as in many telephone systems. Takes the place of Speaker Labels, unless a number of speakers is set as well. Each channel is billed.',
			},
			{
				displayName: 'Speakers Expected',
				name: 'speakersExpected',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 2,
				description:
					'The exact number of speakers, when it is known for sure. A wrong number makes the result worse: use minimum and maximum instead.',
			},
		],
	},
	request: settings({
		maxSpeakersExpected: wholeNumber.optional(),
		minSpeakersExpected: wholeNumber.optional(),
		multichannel: flag.optional(),
		speakersExpected: wholeNumber.optional(),
	}).transform(({ minSpeakersExpected, maxSpeakersExpected, ...rest }) => ({
		...apiNames(rest),
		...nonEmpty('speaker_options', apiNames({ minSpeakersExpected, maxSpeakersExpected })),
	})),
} satisfies ParameterGroup;
