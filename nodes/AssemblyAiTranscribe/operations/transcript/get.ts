import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { getTranscript } from '../../../shared/api/transcripts';
import { includeInput } from '../../../shared/n8n/items/includeInput';
import type { NodeOperation } from '../../../shared/n8n/items/nodeOperations';
import { readParameter } from '../../../shared/n8n/parameters/readParameter';
import { serviceOf } from '../../../shared/n8n/service/service';
import {
	readTranscriptId,
	transcriptLocator,
} from '../../../shared/n8n/parameters/transcriptLocator';
import {
	simplifyField,
	timeoutMinutes,
	timeoutMinutesField,
	withTimeLimitMs,
	waitMode,
	waitModeField,
	includeInputField,
	includeInputFields,
} from '../../../shared/n8n/parameters/commonFields';
import { JobStatuses } from '../../../shared/transcript/jobStatuses';
import { transcriptJson } from '../../../shared/n8n/items/transcriptJson';
import { talkMetrics, talkMetricsField, talkMetricsOutput } from '../talkMetricsOption';
import { TranscriptHints } from '../transcriptHints';
import { waitForTranscript } from '../../../shared/transcript/waitForTranscript';

const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [includeInputField, talkMetricsField, timeoutMinutesField],
};

const options = z
	.object({ timeoutMinutes, includeInputFields, talkMetrics })
	.transform(withTimeLimitMs);

export const get: NodeOperation = {
	resource: 'transcript',
	value: 'get',
	name: 'Get',
	description: 'Retrieve a transcript, and wait for it first if it is not finished yet',
	action: 'Get a transcript',
	fields: [transcriptLocator, waitModeField, simplifyField, optionsField],
	async run({ context, isHalted, noteTranscript }) {
		const service = await serviceOf(context);
		const jobStatuses = new JobStatuses(service);
		const hints = new TranscriptHints(context);
		return async (itemIndex) => {
			const id = readTranscriptId(context, itemIndex);
			const mode = readParameter(context, itemIndex, waitModeField, waitMode);
			const simplify = readParameter(context, itemIndex, simplifyField, z.boolean());
			const settings = readParameter(context, itemIndex, optionsField, options);
			const task = async () => {
				noteTranscript(itemIndex, id);
				const transcript =
					mode === 'doNotWait'
						? await getTranscript(service, id)
						: await waitForTranscript(service, id, {
								timeLimitMs: settings.timeLimitMs,
								isHalted,
								jobStatuses,
							});
				hints.lookAt(transcript);
				const output = {
					json: {
						...transcriptJson(context, transcript, simplify),
						...talkMetricsOutput(transcript, settings),
					},
				};
				return [settings.includeInputFields ? includeInput(context, itemIndex, output) : output];
			};
			return [task];
		};
	},
};
