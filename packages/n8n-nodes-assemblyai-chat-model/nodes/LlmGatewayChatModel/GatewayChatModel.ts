import {
	BaseChatModel,
	type GenerateResult,
	type Message,
	type StreamChunk,
} from '@n8n/ai-node-sdk';
import type { INode } from 'n8n-workflow';
import { z } from 'zod';
import { call } from '../../../../nodes/shared/api/core/call';
import type { HttpBody } from '../../../../nodes/shared/api/core/httpClient';
import type { Service } from '../../../../nodes/shared/api/core/service';
import { listModels, supports, type Model } from '../../../../nodes/shared/api/models';
import { outcomeOf, type Outcome } from '../../../../nodes/shared/outcome';
import { chatReplySchema, resultOf } from './chatReply';
import { EventStream } from './eventStream';
import { toGatewayMessages } from './gatewayMessages';
import { toGatewayTools } from './gatewayTools';
import { toModelError } from './modelError';
import { Pieces } from './pieces';
import type { Settings } from './settings';
import { streamedReply, textOfPiece } from './streamedReply';

/**
 * A model of LLM Gateway as n8n's agents and chains use one. It sends through n8n's own helper and not through
 * LangChain's client, so that the credential, retries and messages are those of the other nodes.
 */
export class GatewayChatModel extends BaseChatModel {
	/** Asked for once, where an agent streams. */
	private models: Promise<Outcome<Model[]>> | undefined;

	constructor(
		private readonly service: Service,
		private readonly settings: Settings,
		private readonly node: INode,
	) {
		super('assemblyai-llm-gateway', settings.model);
	}

	/** Asks the model once. @throws NodeOperationError in the words of the other nodes */
	async generate(messages: Message[]): Promise<GenerateResult> {
		const asked = await outcomeOf(this.ask(messages));
		if (!asked.ok) throw toModelError(this.node, asked.error);
		return asked.value;
	}

	/**
	 * The text of the answer as it comes, where the model can stream; calls of tools whole and looked through, since one
	 * with half of its parameters would run its tool with other ones.
	 * @throws NodeOperationError in the words of the other nodes
	 */
	async *stream(messages: Message[]): AsyncIterable<StreamChunk> {
		const texts = new Pieces<string>();
		const asking = outcomeOf(this.askStreaming(messages, (text) => texts.push(text)));
		void asking.then(() => texts.end());
		let told = '';
		for await (const delta of texts) {
			told += delta;
			yield { type: 'text-delta', delta };
		}
		const asked = await asking;
		if (!asked.ok) throw toModelError(this.node, asked.error);
		yield* chunksOf(asked.value, told);
	}

	private async ask(messages: Message[]): Promise<GenerateResult> {
		const reply = await call(this.service, {
			...this.chatCall({ ...this.request(messages), stream: undefined }),
			// Asking again after a fault costs a few tokens at most.
			resend: 'always',
			reply: chatReplySchema,
		});
		return resultOf(reply);
	}

	private async askStreaming(
		messages: Message[],
		onText: (text: string) => void,
	): Promise<GenerateResult> {
		const request = { stream: true, ...this.request(messages) };
		if (request.stream !== true || !(await this.canStream())) return await this.ask(messages);
		let isBegun = false;
		let events = new EventStream();
		const text = await call(this.service, {
			...this.chatCall(request),
			body: async () => {
				events = new EventStream();
				return { kind: 'json', value: request };
			},
			format: 'text',
			reply: z.string(),
			onText: (piece) => {
				for (const said of events.read(piece).map(textOfPiece).filter(Boolean)) {
					isBegun = true;
					onText(said);
				}
			},
			// What was told cannot be taken back.
			get resend() {
				return isBegun ? 'never' : 'always';
			},
		});
		return resultOf(streamedReply(text));
	}

	private chatCall(value: Record<string, unknown>) {
		return {
			purpose: 'answer the agent',
			method: 'POST',
			url: `${this.service.llmGatewayUrl}/v1/chat/completions`,
			body: async (): Promise<HttpBody> => ({ kind: 'json', value }),
			timeoutMs: this.settings.timeoutSeconds * 1000,
		} as const;
	}

	/** Parameters that a model does not list are refused. Where the list cannot be had, the answer comes whole. */
	private async canStream(): Promise<boolean> {
		this.models ??= outcomeOf(listModels(this.service));
		const models = await this.models;
		if (!models.ok) return false;
		const model = models.value.find(({ id }) => id === this.settings.model);
		return supports(model, 'stream') === true;
	}

	private request(messages: Message[]): Record<string, unknown> {
		const { model, maxTokens, temperature, reasoningEffort, modelRegion } = this.settings;
		const tools = toGatewayTools(this.tools);
		return {
			model,
			messages: toGatewayMessages(messages),
			max_tokens: maxTokens,
			...(tools.length > 0 && { tools }),
			...(temperature !== undefined && { temperature }),
			...(reasoningEffort && { reasoning: { effort: reasoningEffort } }),
			...(modelRegion && { model_region: modelRegion }),
			...(this.settings.zeroDataRetention && { zero_data_retention: true }),
			...this.settings.additionalParameters,
		};
	}
}

/** @param told the text that was passed on already */
function* chunksOf(
	{ message, finishReason = 'stop', usage }: GenerateResult,
	told: string,
): Iterable<StreamChunk> {
	for (const part of message.content) {
		if (part.type === 'text' && part.text.length > told.length) {
			yield { type: 'text-delta', delta: part.text.slice(told.length) };
		}
		if (part.type === 'tool-call') {
			yield {
				type: 'tool-call-delta',
				...(part.toolCallId !== undefined && { id: part.toolCallId }),
				name: part.toolName,
				argumentsDelta: part.input,
			};
		}
	}
	yield { type: 'finish', finishReason, ...(usage && { usage }) };
}
