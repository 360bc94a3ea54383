import { z } from 'zod';
import type { ParameterGroup } from './ParameterGroup';

const count = z.number().int().min(1);

/** AssemblyAI API reference, "Transcribe audio": speaker_labels, speakers_expected, speaker_options. */
export const speakerOptions: ParameterGroup = {
	field: {
		displayName: 'Speaker Options',
		name: 'speakerOptions',
		type: 'collection',
		placeholder: 'Add Speaker Option',
		default: {},
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
				displayName: 'Speaker Labels',
				name: 'speakerLabels',
				type: 'boolean',
				default: true,
				description:
					'Whether to tell speakers apart, which questions on who said what need (agent or customer)',
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
	request: z
		.object({
			speakerLabels: z.boolean().optional(),
			speakersExpected: count.optional(),
			minSpeakersExpected: count.optional(),
			maxSpeakersExpected: count.optional(),
		})
		.refine(
			({ speakerLabels, ...numbers }) => speakerLabels || Object.values(numbers).every((n) => !n),
			'a number of speakers is expected but Speaker Labels is off; turn it on',
		)
		.refine(
			({ speakersExpected, minSpeakersExpected, maxSpeakersExpected }) =>
				!speakersExpected || !(minSpeakersExpected || maxSpeakersExpected),
			'both an exact number and a range of speakers are set; remove one of the two',
		)
		.refine(
			({ minSpeakersExpected: min, maxSpeakersExpected: max }) => !min || !max || min <= max,
			'the minimum of speakers is above the maximum',
		)
		.transform(
			({
				speakerLabels,
				speakersExpected,
				minSpeakersExpected: min,
				maxSpeakersExpected: max,
			}) => ({
				...(speakerLabels !== undefined && { speaker_labels: speakerLabels }),
				...(speakersExpected && { speakers_expected: speakersExpected }),
				...((min || max) && {
					speaker_options: {
						...(min && { min_speakers_expected: min }),
						...(max && { max_speakers_expected: max }),
					},
				}),
			}),
		),
};
