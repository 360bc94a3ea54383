import {
	BaseChatModel,
	type GenerateResult,
	type Message,
	type StreamChunk,
} from '@n8n/ai-node-sdk';
import type { INode } from 'n8n-workflow';
import { call } from '../../../../nodes/shared/api/core/call';
import type { Service } from '../../../../nodes/shared/api/core/service';
import { outcomeOf } from '../../../../nodes/shared/outcome';
import { chatReplySchema, resultOf } from './chatReply';
import { toGatewayMessages } from './gatewayMessages';
import { toGatewayTools } from './gatewayTools';
import { toModelError } from './modelError';
import type { Settings } from './settings';

/**
 * A model of LLM Gateway as n8n's agents and chains use one. It sends through n8n's own helper and not through
 * LangChain's client, so that the credential, retries and messages are those of the other nodes.
 */
export class GatewayChatModel extends BaseChatModel {
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

	/** The answer in one piece: in which pieces the service would send it is not published. */
	async *stream(messages: Message[]): AsyncIterable<StreamChunk> {
		const { message, finishReason = 'stop', usage } = await this.generate(messages);
		for (const part of message.content) {
			if (part.type === 'text') yield { type: 'text-delta', delta: part.text };
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

	private async ask(messages: Message[]): Promise<GenerateResult> {
		const value = this.request(messages);
		const reply = await call(this.service, {
			purpose: 'answer the agent',
			method: 'POST',
			url: `${this.service.llmGatewayUrl}/v1/chat/completions`,
			body: async () => ({ kind: 'json', value }),
			timeoutMs: this.settings.timeoutSeconds * 1000,
			// Asking again after a fault costs a few tokens at most.
			resend: 'always',
			reply: chatReplySchema,
		});
		return resultOf(reply);
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
