import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { jsonObject } from '../../../shared/n8n/parameters/jsonObject';

export const additionalParametersOption: INodeProperties = {
	displayName: 'Additional Parameters',
	name: 'additionalParameters',
	type: 'json',
	default: '{}',
	description:
		'Parameters of the request as a JSON object with the names of the API, for what this node has no field for. They win over all other fields and options.',
};

/** What the node itself goes by when it sends the request and reads the answer, and what to use instead. */
const SET_BY_THE_NODE: ReadonlyMap<string, string> = new Map([
	['messages', 'messages are made by the node; remove them here'],
	['model', 'model is set by Model; remove it here'],
	['prompt', 'prompt is not sent beside messages; remove it here'],
	['stream', 'stream cannot be used, since the node reads answers as a whole; remove it here'],
	['transcript_id', 'transcript_id is set by Transcript; remove it here'],
]);

/** JSON as typed or from an expression. An empty field sets nothing, also where an expression gave null. */
export const additionalParameters = z
	.unknown()
	.transform((value) => value ?? '')
	.pipe(jsonObject)
	.superRefine((parameters, check) => {
		for (const name of Object.keys(parameters)) {
			const message = SET_BY_THE_NODE.get(name);
			if (message !== undefined) check.addIssue({ code: 'custom', message });
		}
	});
