import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { featureFields, featureRequests, speechUnderstanding } from '../../understanding/features';
import { apiNames, nonEmpty } from '../../../../shared/api/names';
import { flag, settings, type ParameterGroup } from '../../../../shared/n8n/parameters/parsers';

const CONFIDENCE = 'it must be a whole number from 25 to 100';

const switches: INodeProperties[] = [
	{
		displayName: 'Auto Highlights',
		name: 'autoHighlights',
		type: 'boolean',
		default: true,
		description: 'Whether to find the key phrases. They are in the output as highlights.',
	},
	{
		displayName: 'Content Safety',
		name: 'contentSafety',
		type: 'boolean',
		default: true,
		description:
			'Whether to find sensitive content such as hate speech or violence. It is in the output as contentSafety.',
	},
	{
		displayName: 'Content Safety Confidence',
		name: 'contentSafetyConfidence',
		type: 'number',
		typeOptions: { minValue: 25, maxValue: 100 },
		default: 50,
		description: 'How sure the service must be to report sensitive content, from 25 to 100',
	},
	{
		displayName: 'Entity Detection',
		name: 'entityDetection',
		type: 'boolean',
		default: true,
		description:
			'Whether to find names, places, dates and the like. They are in the output as entities, unredacted.',
	},
	{
		displayName: 'Sentiment Analysis',
		name: 'sentimentAnalysis',
		type: 'boolean',
		default: true,
		description:
			'Whether to judge each sentence as positive, neutral or negative. The judgements are in the output as sentimentAnalysis, unredacted.',
	},
	{
		displayName: 'Topic Detection',
		name: 'iabCategories',
		type: 'boolean',
		default: true,
		description:
			'Whether to name the topics by the IAB taxonomy. They are in the output as topics.',
	},
];

/** AssemblyAI API reference, "Transcribe audio": what the service finds in the text besides the text itself. */
export const understandingOptions = {
	field: {
		displayName: 'Understanding Options',
		name: 'understandingOptions',
		type: 'collection',
		placeholder: 'Add Summary, Translation, Sentiment…',
		default: {},
		description: 'What to find out besides the text itself',
		options: [...switches, ...featureFields].sort((one, other) =>
			one.displayName.localeCompare(other.displayName),
		),
	},
	request: settings({
		autoHighlights: flag.optional(),
		contentSafety: flag.optional(),
		contentSafetyConfidence: z
			.number({ message: CONFIDENCE })
			.int(CONFIDENCE)
			.min(25, CONFIDENCE)
			.max(100, CONFIDENCE)
			.optional(),
		entityDetection: flag.optional(),
		iabCategories: flag.optional(),
		sentimentAnalysis: flag.optional(),
		...featureRequests,
	}).transform(
		({
			actionItems,
			customFormatting,
			speakerIdentification,
			summarization,
			translation,
			...switches
		}) => ({
			...apiNames(switches),
			...nonEmpty(
				'speech_understanding',
				speechUnderstanding({
					actionItems,
					customFormatting,
					speakerIdentification,
					summarization,
					translation,
				}),
			),
		}),
	),
} satisfies ParameterGroup;
