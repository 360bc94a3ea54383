import { z } from 'zod';
import type { NodeOperation } from '../../../shared/n8n/items/nodeOperations';
import {
	includeInputField,
	includeInputFields,
	optionsOf,
} from '../../../shared/n8n/parameters/commonFields';
import { readParameter } from '../../../shared/n8n/parameters/readParameter';
import { usableTranscriptLocator } from '../../../shared/n8n/parameters/transcriptLocator';
import { talkMetricsOf } from '../../../shared/talkMetrics/talkMetrics';
import { completedTranscript } from '../../../shared/transcript/finishedTranscript';
import { perTranscript } from './perTranscript';

const optionsField = optionsOf(includeInputField);

export const getTalkMetrics: NodeOperation = {
	resource: 'transcript',
	value: 'getTalkMetrics',
	name: 'Get Talk Metrics',
	description:
		'Measure who talks how much, how fast and how long, with questions, interruptions and silence, without a model and without cost',
	action: 'Get the talk metrics of a transcript',
	fields: [usableTranscriptLocator, optionsField],
	run: perTranscript({
		read: (context, itemIndex) => ({
			options: readParameter(context, itemIndex, optionsField, z.object({ includeInputFields })),
		}),
		async act({ service, transcriptId }) {
			const transcript = await completedTranscript(service, transcriptId);
			return { json: { transcriptId, ...talkMetricsOf(transcript) } };
		},
	}),
};
