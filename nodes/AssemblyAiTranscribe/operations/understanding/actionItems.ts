import { apiNames } from '../../../shared/api/names';
import { flag } from '../../../shared/n8n/parameters/parsers';
import { effort, effortField, featureField, featureSettings, type Feature } from './feature';

/** AssemblyAI documentation, Speech Understanding, "Action Items". */
export const actionItems = {
	field: featureField(
		{
			displayName: 'Action Items',
			name: 'actionItems',
			description:
				'Lists what somebody is to do, with a quote and its time. The list is in the output as actionItems.',
		},
		[
			{
				displayName: 'Include Decisions',
				name: 'includeDecisions',
				type: 'boolean',
				default: false,
				description: 'Whether to list decisions, too',
			},
			effortField,
		],
	),
	request: featureSettings({ effort, includeDecisions: flag.default(false) }).transform(
		(settings) => apiNames(settings),
	),
} satisfies Feature;
