import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { InputError } from '../../../shared/api/core/errors';
import type { Transcript } from '../../../shared/api/transcriptSchema';
import { understandTranscript, type UnderstandingReply } from '../../../shared/api/understanding';
import type { NodeOperation } from '../../../shared/n8n/items/nodeOperations';
import { readParameter } from '../../../shared/n8n/parameters/readParameter';
import { usableTranscriptLocator } from '../../../shared/n8n/parameters/transcriptLocator';
import {
	includeInputField,
	includeInputFields,
	optionsOf,
	simplifyField,
} from '../../../shared/n8n/parameters/commonFields';
import { completedTranscript } from '../../../shared/transcript/finishedTranscript';
import { dialogueOf, speakersOf } from '../../../shared/transcript/dialogue';
import {
	speechUnderstandingOutput,
	speechUnderstandingWarnings,
} from '../../../shared/transcript/speechUnderstandingOutput';
import { apiNames } from '../../../shared/api/names';
import { settings } from '../../../shared/n8n/parameters/parsers';
import { featureFields, featureRequests } from '../understanding/features';
import { perTranscript } from './perTranscript';

/** Whose limit is that of no model. */
const GATE = 'understanding';

const featuresField: INodeProperties = {
	displayName: 'Features',
	name: 'features',
	type: 'collection',
	placeholder: 'Add Feature',
	default: {},
	options: featureFields,
	description: 'What to find out; several at once are one request',
};

const optionsField = optionsOf(includeInputField);

const features = settings(featureRequests).refine(
	(chosen) => Object.values(chosen).some((feature) => feature !== undefined),
	'it is empty; add at least one feature',
);

type Features = z.output<typeof features>;

export const understand: NodeOperation = {
	resource: 'transcript',
	value: 'understand',
	name: 'Understand',
	description:
		'Summarize, list action items, translate, name the speakers or format dates and numbers of a finished transcript',
	action: 'Summarize, translate or name speakers of a transcript',
	fields: [usableTranscriptLocator, featuresField, simplifyField, optionsField],
	run: perTranscript({
		read: (context, itemIndex) => ({
			features: readParameter(context, itemIndex, featuresField, features),
			simplify: readParameter(context, itemIndex, simplifyField, z.boolean()),
			options: readParameter(context, itemIndex, optionsField, z.object({ includeInputFields })),
		}),
		async act({ service, gates, transcriptId, settings: { features: chosen, simplify } }) {
			checkSpeakers(await completedTranscript(service, transcriptId), chosen);
			// Fetching is speech-to-text, whose requests are counted apart.
			const gated = { ...service, gate: gates.for(GATE) };
			const reply = await understandTranscript(gated, transcriptId, apiNames(chosen));
			return { json: simplify ? simplified(transcriptId, reply) : { transcriptId, ...reply } };
		},
	}),
};

/** What the service would refuse, in the words of the panel. */
function checkSpeakers({ utterances, status }: Transcript, chosen: Features): void {
	if (utterances?.length) return;
	const feature = chosen.speakerIdentification
		? 'Speaker Identification'
		: chosen.translation?.match_original_utterance && 'Match Utterances';
	if (!feature) return;
	throw new InputError(`${feature} needs speakers told apart, and this transcript has none`, {
		status,
		hint: 'Transcribe the recording again with Speaker Labels on, or with Multichannel in Speaker Options.',
	});
}

function simplified(transcriptId: string, reply: UnderstandingReply): Record<string, unknown> {
	const transcript = { id: transcriptId, status: 'completed', utterances: reply.utterances };
	const dialogue = dialogueOf(transcript);
	return {
		transcriptId,
		...speechUnderstandingOutput(reply),
		...(dialogue !== undefined && { dialogue, speakers: speakersOf(transcript) }),
		warnings: speechUnderstandingWarnings(reply),
		requestId: reply.request_id ?? null,
	};
}
