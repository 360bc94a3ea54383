import path from 'node:path';
import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { EngineHarness, type CredentialStore } from '../../engine/harness';
import { startSandbox, type Sandbox } from '../../../sandbox';

export const CHAT_MODEL = 'llmGatewayChatModel';
export const CHAT_MODEL_CREDENTIAL = 'assemblyAiLlmGatewayApi';

const packageDirectory = path.resolve(
	__dirname,
	'../../../packages/n8n-nodes-assemblyai-chat-model',
);

const PROMPT = 'What is the weather in Oslo?';

interface AskedModel {
	invoke(prompt: string): Promise<{ text: string }>;
	stream(prompt: string): Promise<AsyncIterable<{ text: string }>>;
}

/** What n8n's agents get from a chat model: a model of LangChain. */
const langChainModel = z.custom<AskedModel>(
	(value) => typeof value === 'object' && value !== null && 'invoke' in value && 'stream' in value,
);

/** The package of the chat model, loaded by n8n's own loader, and the service. */
export class ChatModelBench {
	private constructor(
		readonly harness: EngineHarness,
		readonly sandbox: Sandbox,
	) {}

	static async open(): Promise<ChatModelBench> {
		const [harness, sandbox] = await Promise.all([
			EngineHarness.start({ packageDirectory }),
			startSandbox(),
		]);
		return new ChatModelBench(harness, sandbox);
	}

	async close(): Promise<void> {
		await this.sandbox.close();
		await this.harness.dispose();
	}

	values(apiKey = this.sandbox.apiKey) {
		const { url } = this.sandbox;
		return { apiKey, region: 'custom', speechToTextUrl: url, llmGatewayUrl: url };
	}

	credentials(apiKey?: string): CredentialStore {
		return { [CHAT_MODEL_CREDENTIAL]: this.values(apiKey) };
	}

	/** Has the model answer, as an agent does. @returns the bodies of the requests that it took */
	async ask(parameters: INodeParameters, credentials = this.credentials()): Promise<unknown[]> {
		const before = this.requests().length;
		await (await this.model(parameters, credentials)).invoke(PROMPT);
		return this.requests()
			.slice(before)
			.map(({ json }) => json);
	}

	/** What the model answers, as a whole. */
	async answer(): Promise<string> {
		return (await (await this.model({}, this.credentials())).invoke(PROMPT)).text;
	}

	/** Has the model answer as it writes. */
	async stream(credentials = this.credentials()): Promise<AsyncIterable<{ text: string }>> {
		return await (await this.model({}, credentials)).stream(PROMPT);
	}

	private async model(parameters: INodeParameters, credentials: CredentialStore) {
		return langChainModel.parse(await this.harness.supply(CHAT_MODEL, { parameters, credentials }));
	}

	requests() {
		return this.sandbox.requestsTo('POST', '/v1/chat/completions');
	}
}
