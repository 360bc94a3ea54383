import { readFile } from 'node:fs/promises';
import { SAMPLE_RECORDING } from '../../../support/n8n/folders';
import type { CredentialReference } from '../../client/Session';
import type { WorkflowFile } from '../../client/workflowFile';
import { assemblyAi, type OwnNode } from '../../queue/ownWorkflow';
import { code, download, START, wired } from './wiring';

/** One way in which a recording reaches the node; its workflow begins with *Start* and ends with *Transcribe*. */
export interface Way {
	title: string;
	workflow: WorkflowFile & { pinData?: Record<string, unknown[]> };
	/** In n8n 1.x files always stand beside the fields. */
	combines?: true;
	/** Another workflow that this one calls by the ID that it gets, by name of the calling node. */
	called?: { by: string; workflow: WorkflowFile };
}

/** What stands in n8n between a recording and the node, each in the smallest workflow that has it. */
export async function ways(account: CredentialReference, url: string): Promise<Way[]> {
	const transcribe = assemblyAi('Transcribe', account, {});
	const chain = (name: string, ...nodes: OwnNode[]) =>
		wired(
			name,
			nodes,
			nodes.slice(1).map((to, index) => [nodes[index]?.name ?? '', to.name]),
		);
	const file = {
		mimeType: 'audio/mpeg',
		fileName: 'call.mp3',
		data: (await readFile(SAMPLE_RECORDING)).toString('base64'),
	};
	const plain = chain('HTTP Request', START, download(url), transcribe);
	return [
		{ title: 'HTTP Request', workflow: plain },
		{
			title: 'Code node, prepareBinaryData',
			workflow: chain('Prepared', START, download(url), code(PREPARED), transcribe),
		},
		{
			title: 'Code node, base64 in the item',
			workflow: chain('Inline', START, download(url), code(INLINE), transcribe),
		},
		{
			title: 'Code node that runs once for each item',
			workflow: chain(
				'Each',
				START,
				download(url),
				{ ...code(EACH), parameters: { mode: 'runOnceForEachItem', jsCode: EACH } },
				transcribe,
			),
		},
		{
			title: 'Merge of fields and file by position',
			workflow: wired(
				'Merged',
				[START, code("return [{ json: { deal: 'D-7' } }]"), download(url), MERGE, transcribe],
				[
					['Start', 'Code'],
					['Start', 'Download'],
					['Code', 'Merge'],
					['Download', 'Merge', 1],
					['Merge', 'Transcribe'],
				],
			),
		},
		{
			title: 'Sub-workflow',
			workflow: chain('Caller', START, download(url), SUB_WORKFLOW),
			called: {
				by: SUB_WORKFLOW.name,
				workflow: chain('Called', SUB_WORKFLOW_TRIGGER, transcribe),
			},
		},
		{
			title: 'Pinned data',
			workflow: {
				...chain('Pinned', START, download(`${url}.gone`), transcribe),
				pinData: { Download: [{ json: {}, binary: { data: file } }] },
			},
		},
		{
			title: 'Binary data combined with the fields',
			combines: true,
			workflow: {
				...plain,
				name: 'Combined',
				settings: { ...plain.settings, binaryMode: 'combined' },
			},
		},
		{
			title: 'Combined, and named by an expression',
			combines: true,
			workflow: {
				...chain(
					'Combined reference',
					START,
					download(url),
					assemblyAi('Transcribe', account, {
						binaryPropertyName: "={{ $json._files?.data ?? 'no file there' }}",
					}),
				),
				settings: { executionOrder: 'v1', binaryMode: 'combined' },
			},
		},
	];
}

const PREPARED = `
const bytes = await this.helpers.getBinaryDataBuffer(0, 'data');
const call = await this.helpers.prepareBinaryData(bytes, 'call.mp3', 'audio/mpeg');
return [{ json: {}, binary: { call } }];`;

const INLINE = `
const bytes = await this.helpers.getBinaryDataBuffer(0, 'data');
const data = bytes.toString('base64');
return [{ json: {}, binary: { call: { data, mimeType: 'audio/mpeg', fileName: 'call.mp3' } } }];`;

const EACH = 'return { json: { deal: 7 }, binary: $input.item.binary };';

const MERGE: OwnNode = {
	name: 'Merge',
	type: 'n8n-nodes-base.merge',
	typeVersion: 3,
	parameters: { mode: 'combine', combineBy: 'combineByPosition', options: {} },
};

const SUB_WORKFLOW: OwnNode = {
	name: 'Sub-workflow',
	type: 'n8n-nodes-base.executeWorkflow',
	typeVersion: 1.2,
	parameters: { options: {} },
};

const SUB_WORKFLOW_TRIGGER: OwnNode = {
	name: 'When called',
	type: 'n8n-nodes-base.executeWorkflowTrigger',
	typeVersion: 1.1,
	parameters: { inputSource: 'passthrough' },
};
