import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { getTranscript } from '../../../shared/api/transcripts';
import { includeInput } from '../../../shared/n8n/includeInput';
import type { NodeOperation } from '../../../shared/n8n/nodeOperations';
import { readParameter } from '../../../shared/n8n/parameters';
import { serviceOf } from '../../../shared/n8n/service';
import { transcriptId, transcriptLocator } from '../../../shared/n8n/transcriptLocator';
import {
	simplifyField,
	timeoutMinutes,
	timeoutMinutesField,
	waitMode,
	waitModeField,
} from '../../../shared/n8n/waitMode';
import { Lookout } from '../../../shared/transcript/lookout';
import { transcriptJson } from '../../../shared/n8n/transcriptJson';
import { waitForTranscript } from '../../../shared/transcript/waitForTranscript';
import { includeInputField, includeInputFields } from './includeInputField';

const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [includeInputField, timeoutMinutesField],
};

const options = z.object({ timeoutMinutes, includeInputFields });

export const get: NodeOperation = {
	resource: 'transcript',
	value: 'get',
	name: 'Get',
	description: 'Retrieve a transcript, and wait for it first if it is not finished yet',
	action: 'Get a transcript',
	fields: [transcriptLocator, waitModeField, simplifyField, optionsField],
	async run({ context, isHalted, noteTranscript }) {
		const service = await serviceOf(context);
		const lookout = new Lookout(service);
		return async (itemIndex) => {
			const id = readParameter(context, itemIndex, transcriptLocator, transcriptId, {
				extractValue: true,
			});
			const mode = readParameter(context, itemIndex, waitModeField, waitMode);
			const simplify = readParameter(context, itemIndex, simplifyField, z.boolean());
			const settings = readParameter(context, itemIndex, optionsField, options);
			const task = async () => {
				noteTranscript(itemIndex, id);
				const transcript =
					mode === 'doNotWait'
						? await getTranscript(service, id)
						: await waitForTranscript(service, id, {
								timeLimitMs: settings.timeoutMinutes,
								isHalted,
								lookout,
							});
				const output = { json: transcriptJson(context, transcript, simplify) };
				return [settings.includeInputFields ? includeInput(context, itemIndex, output) : output];
			};
			return [task];
		};
	},
};
