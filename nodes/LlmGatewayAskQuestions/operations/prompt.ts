import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { ExecutionHints } from '../../shared/n8n/items/executionHints';
import { jsonObject } from '../../shared/n8n/parameters/jsonObject';
import type { NodeOperation } from '../../shared/n8n/items/nodeOperations';
import { readParameter } from '../../shared/n8n/parameters/readParameter';
import { answerPrompt } from '../../shared/gateway/runPrompt';
import { askEachItem } from './askEachItem';
import { modelField, modelId, modelOptions, optionsWith } from './model/modelFields';
import { promptField, readPromptText } from './promptText';
import { transcriptFields } from './transcriptFields';

const responseFormatField: INodeProperties = {
	displayName: 'Response Format',
	name: 'responseFormat',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'JSON', value: 'json', description: 'An object with fields for the next nodes' },
		{ name: 'Text', value: 'text', description: 'Text as the model writes it' },
	],
	default: 'text',
	description: 'What kind of response the next node gets',
};

const schemaField: INodeProperties = {
	displayName: 'JSON Schema',
	name: 'jsonSchema',
	type: 'json',
	default: '',
	hint: 'Leave empty for any JSON object',
	displayOptions: { show: { responseFormat: ['json'] } },
	description:
		'A JSON schema of the object you want, to which the model is held where it can be; empty for any JSON. All properties are required unless the schema says otherwise.',
};

const exactlyOption: INodeProperties = {
	displayName: 'Send Exactly as Typed',
	name: 'sendExactlyAsTyped',
	type: 'boolean',
	default: false,
	description:
		'Whether the prompt is all that is sent: no instructions of the node, and no marks around the transcript, which keep what people say from being taken for instructions. The text of the transcript, without speakers, takes the place of {{ transcript }} in the prompt.',
};

const optionsField = optionsWith(exactlyOption);

const promptOptions = modelOptions.extend({ sendExactlyAsTyped: z.boolean().default(false) });

const WITHOUT_TRANSCRIPT =
	'The model has not seen the transcript, since the prompt was sent exactly as typed and has no {{ transcript }} in it';

const schemaOrNothing = jsonObject.transform((schema) =>
	Object.keys(schema).length > 0 ? schema : undefined,
);

export const prompt: NodeOperation = {
	value: 'prompt',
	name: 'Prompt',
	description: 'Have a model work with a transcript by a prompt of your own',
	action: 'Prompt with a transcript',
	fields: [
		...transcriptFields,
		promptField,
		responseFormatField,
		schemaField,
		modelField,
		optionsField,
	],
	run: askEachItem((context) => {
		const hints = new ExecutionHints(context);
		return (itemIndex) => {
			const read = <T>(field: INodeProperties, schema: z.ZodType<T, z.ZodTypeDef, unknown>) =>
				readParameter(context, itemIndex, field, schema);
			const text = readPromptText(context, itemIndex);
			const kind = read(responseFormatField, z.enum(['json', 'text']));
			const format =
				kind === 'json' ? { kind, schema: read(schemaField, schemaOrNothing) } : { kind };
			const options = read(optionsField, promptOptions);
			const model = readParameter(context, itemIndex, modelField, modelId, { extractValue: true });
			return {
				what: 'a prompt',
				includeInputFields: options.includeInputFields,
				async ask(gateway, source) {
					const { systemPrompt, sendExactlyAsTyped: exactly } = options;
					const settings = { ...options, model };
					const inquiry = { source, prompt: text, format, settings, systemPrompt, exactly };
					const answer = await answerPrompt(gateway, inquiry);
					if (!answer.hadSource) hints.show('source', WITHOUT_TRANSCRIPT);
					return [
						{
							json: {
								response: answer.response,
								transcriptId: source.transcriptId ?? null,
								model: answer.model,
								usage: answer.usage,
								requestId: answer.requestId ?? null,
							},
						},
					];
				},
			};
		};
	}),
};
