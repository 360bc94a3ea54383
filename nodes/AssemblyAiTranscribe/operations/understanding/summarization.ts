import { apiNames } from '../../../shared/api/names';
import { choice } from '../../../shared/n8n/parameters/parsers';
import { effort, effortField, featureField, featureSettings, type Feature } from './feature';

/** AssemblyAI documentation, Speech Understanding, "Summarization". */
export const summarization = {
	field: featureField(
		{
			displayName: 'Summarization',
			name: 'summarization',
			description: 'Sums the recording up. The result is in the output as summary.',
		},
		[
			{
				displayName: 'Summary Type',
				name: 'summaryType',
				type: 'options',
				options: [
					{ name: 'Bullets', value: 'bullets' },
					{ name: 'Paragraph', value: 'paragraph' },
				],
				default: 'paragraph',
				description: 'The form of the summary',
			},
			effortField,
		],
	),
	request: featureSettings({
		effort,
		summaryType: choice(['bullets', 'paragraph']).default('paragraph'),
	}).transform((settings) => apiNames(settings)),
} satisfies Feature;
