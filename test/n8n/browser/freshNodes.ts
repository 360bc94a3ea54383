import { randomUUID } from 'node:crypto';
import { QUESTION_SET_NAMES } from '../../../nodes/shared/questions/sets/questionSets';
import type { CredentialReference } from '../client/Session';
import type { WorkflowFile, WorkflowNode } from '../client/workflowFile';
import { PACKAGE } from '../install/installPackage';

const RECORDING = 'Recording';
const TRANSCRIPT = 'Audio: transcribe';
const QUESTIONS = 'Ask: askQuestions';
const BOTH = 'Recording and quotes';

/** What a person must fill in, because the panel marks it as required and cannot know it. */
const MUST_BE_FILLED: Record<string, Record<string, unknown>> = {
	search: { words: 'map' },
	// As the panel fills it in; n8n 1.123 drops a group in which nothing is set.
	understand: { features: { summarization: { settings: { summaryType: 'bullets' } } } },
};

/** In this order, which is that in which n8n runs them: what is deleted is asked nothing more. */
const OF_TRANSCRIPTS = [
	'get',
	'getMany',
	'getTalkMetrics',
	'export',
	'search',
	'understand',
	'delete',
];

interface Placed {
	name: string;
	type: string;
	parameters: Record<string, unknown>;
	version?: number;
	/** The nodes before it. */
	behind: string[];
}

/**
 * A workflow in which each operation and each ready-made set stands as it comes out of the list of nodes, behind
 * the node that is meant to stand before it.
 * @param recordingUrl from which the first node loads a recording
 */
export function freshNodes(account: CredentialReference, recordingUrl: string): WorkflowFile {
	const ours = (type: string, name: string, parameters: object, behind = TRANSCRIPT): Placed => ({
		name,
		type: `${PACKAGE}.${type}`,
		parameters: { ...parameters },
		behind: [behind],
	});
	const ask = (name: string, parameters: object) =>
		ours('llmGatewayAskQuestions', `Ask: ${name}`, parameters);
	const placed: Placed[] = [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {}, behind: [] },
		{
			name: RECORDING,
			type: 'n8n-nodes-base.httpRequest',
			version: 4.2,
			parameters: {
				url: recordingUrl,
				options: { response: { response: { responseFormat: 'file' } } },
			},
			behind: ['Start'],
		},
		ours('assemblyAiTranscribe', TRANSCRIPT, {}, RECORDING),
		ask('askQuestions', {}),
		{
			name: BOTH,
			type: 'n8n-nodes-base.merge',
			version: 3,
			parameters: { mode: 'combine', combineBy: 'combineByPosition', options: {} },
			behind: [RECORDING, QUESTIONS],
		},
		ours(
			'assemblyAiTranscribe',
			'Audio: clipQuotes',
			{ resource: 'audio', operation: 'clipQuotes' },
			BOTH,
		),
		ask('json', { questionSource: 'json' }),
		...QUESTION_SET_NAMES.map((questionSet) =>
			ask(questionSet, { questionSource: 'readyMade', questionSet }),
		),
		ask('askAcrossCalls', { operation: 'askAcrossCalls' }),
		ask('prompt', { operation: 'prompt', prompt: 'What was said?' }),
		...OF_TRANSCRIPTS.map((operation) =>
			ours('assemblyAiTranscribe', `Transcript: ${operation}`, {
				resource: 'transcript',
				operation,
				...MUST_BE_FILLED[operation],
			}),
		),
	];
	return {
		name: 'Fresh nodes',
		nodes: placed.map(
			({ name, type, parameters, version = 1 }, index): WorkflowNode => ({
				id: randomUUID(),
				name,
				type,
				typeVersion: version,
				position: [200 * Math.min(index, 3), 140 * index],
				parameters,
				...(type.startsWith(`${PACKAGE}.`) && { credentials: { assemblyAiAccountApi: account } }),
			}),
		),
		connections: Object.fromEntries(
			placed.map(({ name: before }) => [before, { main: [nextOf(before, placed)] }]),
		),
		settings: { executionOrder: 'v1' },
	};
}

/** A trigger as it comes out of the list of nodes, which nothing stands before. */
export function freshTrigger(account: CredentialReference, webhookId: string): WorkflowFile {
	const trigger: WorkflowNode = {
		id: randomUUID(),
		name: 'AssemblyAI Trigger',
		type: `${PACKAGE}.assemblyAiTrigger`,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		webhookId,
		credentials: { assemblyAiAccountApi: account },
	};
	const settings = { executionOrder: 'v1' };
	return { name: 'Fresh trigger', nodes: [trigger], connections: {}, settings };
}

function nextOf(before: string, placed: readonly Placed[]) {
	return placed
		.filter(({ behind }) => behind.includes(before))
		.map(({ name, behind }) => ({ node: name, type: 'main', index: behind.indexOf(before) }));
}
