import { readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import {
	EngineHarness,
	type CredentialValues,
	type HarnessOptions,
	type RunResult,
} from '../../test/engine/harness';
import { answersSchema, type AskedQuestions } from './answers';
import { DemoError } from './DemoError';
import { askParameters, nodeOfType, readWorkflow, withParameters } from './exampleWorkflow';
import { readUserFile } from './files';
import type { DemoQuestion } from './questionsFile';

const repository = path.resolve(__dirname, '../..');
export const EXAMPLE_WORKFLOW = path.join(repository, 'examples/call-to-crm.json');
export const SAMPLE_RECORDING = path.join(repository, 'examples/recordings/map-update-call.mp3');

export interface DemoOptions {
	audio: string;
	questions?: DemoQuestion[];
	model?: string;
	/** What a user would type into the credential's form. */
	credential: CredentialValues;
	nodes: NonNullable<HarnessOptions['nodes']>;
	/** Told when a stage begins, in words for a person. */
	onProgress?: (stage: string) => void;
	cancel?: AbortSignal;
}

export interface DemoResult {
	asked: AskedQuestions;
	crmRecord: Record<string, unknown>;
}

/**
 * Runs the example workflow as the editor's "Execute workflow" does, on one upload to its webhook.
 * @throws DemoError with what the failed node tells its user
 */
export async function runDemo(options: DemoOptions): Promise<DemoResult> {
	const example = await readWorkflow(EXAMPLE_WORKFLOW);
	const content = await readUserFile(options.audio, 'recording');
	const ask = nodeOfType(example, 'llmGatewayAskQuestions');
	const crm = nodeOfType(example, 'set');
	const harness = await startHarness(options.nodes);
	try {
		// As from a client that does not tell the type: the file's name decides.
		const audio = await harness.storeBinary(
			content,
			path.basename(options.audio),
			'application/octet-stream',
		);
		const upload = { headers: {}, params: {}, query: {}, body: { crm_record_id: 'DEAL-1042' } };
		const result = await harness.run({
			workflow: withParameters(example, ask, askParameters(options.questions, options.model)),
			start: nodeOfType(example, 'webhook').name,
			startItems: [{ json: upload, binary: { audio } }],
			credentials: { assemblyAiAccountApi: options.credential },
			mode: 'manual',
			cancel: options.cancel,
			onConsole: options.onProgress,
		});
		refuseFailure(result);
		const [asked] = result.items(ask.name);
		const [record] = result.items(crm.name);
		return {
			asked: read(answersSchema, asked?.json, ask.name),
			crmRecord: read(z.record(z.string(), z.unknown()), record?.json, crm.name),
		};
	} finally {
		await harness.dispose();
	}
}

async function startHarness(nodes: DemoOptions['nodes']): Promise<EngineHarness> {
	if (nodes === 'dist' && !readdirSync(repository).includes('dist'))
		throw new DemoError('The package is not built', 'Run it by npm run demo, which builds first.');
	return await EngineHarness.start({ nodes });
}

function refuseFailure(result: RunResult): void {
	if (result.status === 'canceled') throw new DemoError('Stopped');
	const { error, lastNodeExecuted } = result.run.data.resultData;
	if (!error) return;
	const hint = 'description' in error && error.description ? String(error.description) : undefined;
	throw new DemoError(`${lastNodeExecuted}: ${error.message}`, hint);
}

function read<Output>(schema: z.ZodType<Output>, output: unknown, nodeName: string): Output {
	const parsed = schema.safeParse(output);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new DemoError(
		`The output of ${nodeName} is not as the demo expects: ${issue?.path.join('.')}: ${issue?.message}`,
	);
}
