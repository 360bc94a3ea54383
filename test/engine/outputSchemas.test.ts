import path from 'node:path';
import Ajv, { type AnySchemaObject } from 'ajv';
import { loadOutputSchema } from 'n8n-core';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { operations as transcribeOperations } from '../../nodes/AssemblyAiTranscribe/operations';
import { operations as askOperations } from '../../nodes/LlmGatewayAskQuestions/operations';
import { onTranscript } from '../support/engine/onTranscript';
import { Workbench } from '../support/engine/workbench';

// The editor shows these schemas of an output before a node has run.

const NODES = path.resolve(__dirname, '../../nodes');

let bench: Workbench;
let transcriptId: string;

beforeAll(async () => {
	bench = await Workbench.open();
	transcriptId = await bench.finishedTranscript();
});
afterAll(async () => await bench.close());

const schemaOf = (node: string, operation: string, resource?: string) =>
	loadOutputSchema({ nodeDir: path.join(NODES, node), version: 1, resource, operation });

test.each([
	...transcribeOperations.map(({ resource, value }) => ['AssemblyAiTranscribe', value, resource]),
	...askOperations.map(({ value }) => ['LlmGatewayAskQuestions', value]),
])('%s: n8n finds a schema of the output of %s', (node = '', operation = '', resource) => {
	// The editor takes nothing else for a schema. What is about many transcripts has no one id.
	const about = operation === 'askAcrossCalls' ? 'calls' : 'transcriptId';
	expect(schemaOf(node, operation, resource)).toMatchObject({
		type: 'object',
		properties: { [about]: { type: expect.anything() } },
	});
});

const ajv = new Ajv({ allowUnionTypes: true });

function expectValid(schema: AnySchemaObject | undefined, items: INodeExecutionData[]): void {
	const validate = ajv.compile(schema ?? false);
	expect(items).not.toHaveLength(0);
	for (const { json } of items) {
		validate(json);
		expect(validate.errors).toBeNull();
	}
}

/** The same schema for an output that has all the fields it names and no others. */
function exactly(schema: unknown): unknown {
	if (Array.isArray(schema)) return schema.map(exactly);
	if (typeof schema !== 'object' || schema === null) return schema;
	const inner = Object.fromEntries(
		Object.entries(schema).map(([key, value]) => [key, exactly(value)]),
	);
	if (!('properties' in schema)) return inner;
	return {
		...inner,
		required: Object.keys(Object(schema.properties)),
		additionalProperties: false,
	};
}

const onIt =
	(operation: string, parameters: INodeParameters = {}) =>
	async () =>
		await onTranscript(bench, operation, transcriptId, parameters);
const askingAboutIt = (parameters: INodeParameters) => async () =>
	await bench.ask([{ json: { transcriptId } }], parameters);

describe('every field that a schema names is in the output, and no other, for', () => {
	test.each([
		{
			schema: schemaOf('AssemblyAiTranscribe', 'transcribe', 'audio'),
			run: async () => await bench.transcribe([await bench.recording()]),
			name: 'Transcribe',
		},
		{
			schema: schemaOf('AssemblyAiTranscribe', 'clipQuotes', 'audio'),
			run: async () => {
				const quotes = '[{ "start": 1000, "end": 2000 }]';
				return await bench.transcribe([await bench.recording()], {
					operation: 'clipQuotes',
					quotes,
				});
			},
			name: 'Clip Quotes',
		},
		...(
			[
				['get', {}],
				['getMany', { returnAll: true }],
				['getTalkMetrics', {}],
				['search', { words: 'yearly plan, no such words' }],
				['delete', {}],
			] as const
		).map(([operation, parameters]) => ({
			schema: schemaOf('AssemblyAiTranscribe', operation, 'transcript'),
			run: async () =>
				await onTranscript(bench, operation, await bench.finishedTranscript(), parameters),
			name: operation,
		})),
		{
			schema: schemaOf('LlmGatewayAskQuestions', 'askQuestions'),
			run: askingAboutIt({
				options: { needsReviewOutput: ['fallbackModel'] },
				questions: {
					question: [
						{
							key: 'customer_sentiment',
							question: 'How did the customer feel at the end of the call?',
							answerType: 'oneOf',
							choices: 'positive, neutral, negative',
							points: 'positive=5, neutral=2',
						},
					],
				},
			}),
			name: 'Ask Questions',
		},
		{
			schema: schemaOf('LlmGatewayAskQuestions', 'prompt'),
			run: askingAboutIt({ operation: 'prompt', prompt: 'Sum it up.' }),
			name: 'Prompt',
		},
		{
			schema: schemaOf('LlmGatewayAskQuestions', 'askAcrossCalls'),
			run: async () =>
				await bench.ask([{ json: { transcriptId } }, { json: { transcriptId: 'unknown' } }], {
					operation: 'askAcrossCalls',
				}),
			name: 'Ask Across Calls',
		},
	])('$name', async ({ schema, run }) => {
		const { output } = await run();
		expectValid(Object(exactly(schema)), output);
	});
});

describe('the schema also holds for', () => {
	test.each([
		{
			name: 'a transcript without speakers',
			schema: schemaOf('AssemblyAiTranscribe', 'transcribe', 'audio'),
			run: async () => await bench.transcribe([await bench.recording()], { speakerLabels: false }),
		},
		{
			name: 'a transcript that is not waited for',
			schema: schemaOf('AssemblyAiTranscribe', 'transcribe', 'audio'),
			run: async () => await bench.transcribe([await bench.recording()], { waitMode: 'doNotWait' }),
		},
		...['text', 'sentences', 'srt'].map((format) => ({
			name: `an export as ${format}`,
			schema: schemaOf('AssemblyAiTranscribe', 'export', 'transcript'),
			run: onIt('export', { format }),
		})),
		{
			name: 'understood features',
			schema: schemaOf('AssemblyAiTranscribe', 'understand', 'transcript'),
			run: onIt('understand', { features: { summarization: {}, actionItems: {} } }),
		},
		{
			name: 'answers without points',
			schema: schemaOf('LlmGatewayAskQuestions', 'askQuestions'),
			run: askingAboutIt({}),
		},
		{
			name: 'the answers to a ready-made set',
			schema: schemaOf('LlmGatewayAskQuestions', 'askQuestions'),
			run: askingAboutIt({ questionSource: 'readyMade', questionSet: 'supportQuality' }),
		},
		{
			name: 'answers that nobody has looked at',
			schema: schemaOf('LlmGatewayAskQuestions', 'askQuestions'),
			run: async () => {
				const question = [{ key: 'airline', question: 'Which airline is it?' }];
				const options = { needsReviewOutput: ['unknownAnswer'] };
				const result = await askingAboutIt({ questions: { question }, options })();
				return { output: result.items('Node', 1) };
			},
		},
		{
			name: 'answers about a text',
			schema: schemaOf('LlmGatewayAskQuestions', 'askQuestions'),
			run: askingAboutIt({ transcriptSource: 'text', transcriptText: 'Hello there.' }),
		},
		{
			name: 'questions of other types across calls, of which one is a text',
			schema: schemaOf('LlmGatewayAskQuestions', 'askAcrossCalls'),
			run: askingAboutIt({
				...{ operation: 'askAcrossCalls', transcriptSource: 'text' },
				transcriptText: 'It costs 12 dollars.',
				questions: {
					question: [
						{ key: 'price', question: 'What does it cost?', answerType: 'number' },
						{ key: 'airline', question: 'Which airline is it?', answerType: 'number' },
						{ key: 'about', question: 'What is it about?', answerType: 'text' },
					],
				},
				options: { includeCallAnswers: true },
			}),
		},
		{
			name: 'a response in JSON',
			schema: schemaOf('LlmGatewayAskQuestions', 'prompt'),
			run: askingAboutIt({
				...{ operation: 'prompt', prompt: 'Sum it up.', responseFormat: 'json' },
				jsonSchema: '{ "type": "object", "properties": { "summary": { "type": "string" } } }',
			}),
		},
	])('$name', async ({ schema, run }) => {
		const { output } = await run();
		expectValid(schema, output);
	});
});
