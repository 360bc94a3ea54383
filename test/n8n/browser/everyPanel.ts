import { randomUUID } from 'node:crypto';
import type { INodeProperties, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { AssemblyAiTranscribe } from '../../../nodes/AssemblyAiTranscribe/AssemblyAiTranscribe.node';
import { AssemblyAiTrigger } from '../../../nodes/AssemblyAiTrigger/AssemblyAiTrigger.node';
import { LlmGatewayAskQuestions } from '../../../nodes/LlmGatewayAskQuestions/LlmGatewayAskQuestions.node';
import type { CredentialReference } from '../client/Session';
import type { WorkflowFile } from '../client/workflowFile';
import { PACKAGE } from '../install/installPackage';

type Fields = INodeTypeDescription['properties'];

/** A workflow with a node for each operation and each choice that shows other fields, every option of it added. */
export function everyPanel(account: CredentialReference): WorkflowFile {
	const panels = [
		...panelsOf(new AssemblyAiTranscribe(), [
			{},
			{ source: 'url', waitMode: 'webhook' },
			{ resource: 'audio', operation: 'clipQuotes' },
			...operations(new AssemblyAiTranscribe(), 'transcript'),
		]),
		...panelsOf(new LlmGatewayAskQuestions(), [
			{},
			{ transcriptSource: 'text', questionSource: 'json' },
			...valuesOf(new LlmGatewayAskQuestions(), 'questionSet').map((questionSet) => ({
				questionSource: 'readyMade',
				questionSet,
			})),
			{ operation: 'askAcrossCalls' },
			{ operation: 'prompt' },
			{ operation: 'prompt', responseFormat: 'json' },
		]),
		...panelsOf(new AssemblyAiTrigger(), [{}]),
	];
	return {
		name: 'Every panel',
		nodes: panels.map(({ type, parameters }, index) => ({
			id: randomUUID(),
			name: `${type} ${index + 1}`,
			type: `${PACKAGE}.${type}`,
			typeVersion: 1,
			position: [(index % 6) * 220, Math.floor(index / 6) * 220],
			parameters,
			credentials: { assemblyAiAccountApi: account },
			...(type.endsWith('Trigger') && { webhookId: randomUUID() }),
		})),
		connections: {},
		settings: { executionOrder: 'v1' },
	};
}

function panelsOf({ description }: INodeType, chosen: Array<Record<string, unknown>>) {
	return chosen.map((choices) => ({
		type: description.name,
		parameters: { ...withEverything(description.properties), ...choices },
	}));
}

function operations({ description }: INodeType, resource: string) {
	return description.properties
		.filter(({ name, displayOptions }) => {
			return name === 'operation' && displayOptions?.show?.resource?.includes(resource) === true;
		})
		.flatMap(choicesOf)
		.map((operation) => ({ resource, operation }));
}

function valuesOf({ description }: INodeType, field: string): unknown[] {
	return description.properties.filter(({ name }) => name === field).flatMap(choicesOf);
}

function choicesOf({ options = [] }: INodeProperties): unknown[] {
	return options.flatMap((option) => ('value' in option ? [option.value] : []));
}

/** Each field with its default, in collections as well, where a field is not shown unless it is set. */
function withEverything(fields: Fields): Record<string, unknown> {
	return Object.fromEntries(
		fields
			.filter(({ type }) => type === 'collection' || type === 'fixedCollection')
			.map((field) => [field.name, filled(field)]),
	);
}

function filled({ type, default: preset, options = [], typeOptions }: INodeProperties): unknown {
	if (type === 'collection') {
		const inner = options.flatMap((option) => ('type' in option ? [option] : []));
		return Object.fromEntries(inner.map((field) => [field.name, filled(field)]));
	}
	if (type !== 'fixedCollection') return preset;
	const entries = options.flatMap((option) => ('values' in option ? [option] : []));
	return Object.fromEntries(
		entries.map(({ name, values }) => {
			const row = Object.fromEntries(values.map((field) => [field.name, filled(field)]));
			return [name, typeOptions?.multipleValues === true ? [row] : row];
		}),
	);
}
