import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { IBinaryData, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { EngineHarness, type CredentialStore, type RunNodeOptions } from '../../engine/harness';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox';

export const recordingsFolder = path.resolve(__dirname, '../../../examples/recordings');
export const sampleCall = readFileSync(path.join(recordingsFolder, 'map-update-call.mp3'));

export const TRANSCRIBE = 'assemblyAiTranscribe';
export const ASK = 'llmGatewayAskQuestions';

type NodeRun = Omit<RunNodeOptions, 'type' | 'parameters' | 'items'>;

/** Everything an engine test needs: n8n's engine and the service, both real, for one test file. */
export class Workbench {
	private constructor(
		readonly harness: EngineHarness,
		readonly sandbox: Sandbox,
	) {}

	static async open(options: SandboxOptions = {}): Promise<Workbench> {
		const [harness, sandbox] = await Promise.all([EngineHarness.start(), startSandbox(options)]);
		return new Workbench(harness, sandbox);
	}

	async close(): Promise<void> {
		await this.sandbox.close();
		await this.harness.dispose();
	}

	credentials(apiKey = this.sandbox.apiKey): CredentialStore {
		const { url } = this.sandbox;
		return {
			assemblyAiAccountApi: { apiKey, region: 'custom', speechToTextUrl: url, llmGatewayUrl: url },
		};
	}

	async file(content: Buffer | string, fileName: string, mimeType: string): Promise<IBinaryData> {
		return await this.harness.storeBinary(Buffer.from(content), fileName, mimeType);
	}

	/** An item with a file in the field `data`, by default the sample call. */
	async recording(content: Buffer | string = sampleCall, json = {}): Promise<INodeExecutionData> {
		return { json, binary: { data: await this.file(content, 'call.mp3', 'audio/mpeg') } };
	}

	async transcribe(
		items: INodeExecutionData[],
		parameters: INodeParameters = {},
		run: NodeRun = {},
	) {
		return await this.harness.runNode({
			credentials: this.credentials(),
			...run,
			type: TRANSCRIBE,
			parameters: { resource: 'audio', operation: 'transcribe', ...parameters },
			items,
		});
	}

	async get(transcriptId: string, parameters: INodeParameters = {}, run: NodeRun = {}) {
		return await this.harness.runNode({
			credentials: this.credentials(),
			...run,
			type: TRANSCRIBE,
			parameters: { resource: 'transcript', operation: 'get', ...parameters },
			items: [{ json: { transcriptId } }],
		});
	}

	async ask(items: INodeExecutionData[], parameters: INodeParameters, run: NodeRun = {}) {
		return await this.harness.runNode({
			credentials: this.credentials(),
			...run,
			type: ASK,
			parameters: { operation: 'askQuestions', ...parameters },
			items,
		});
	}

	/** A finished transcript of the sample call, made past the nodes. */
	async finishedTranscript(parameters: INodeParameters = {}) {
		const { output } = await this.transcribe([await this.recording()], parameters);
		const id = output[0]?.json.transcriptId;
		if (typeof id !== 'string') throw new Error('The sample call was not transcribed');
		this.sandbox.clearFaults();
		return id;
	}

	/** Jobs that the service took, which is what costs money. */
	acceptedSubmissions() {
		return this.sandbox.requestsTo('POST', '/v2/transcript').filter(({ status }) => status < 400);
	}
}
