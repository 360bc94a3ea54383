import type { Message } from '@n8n/ai-node-sdk';
import type { INode } from 'n8n-workflow';
import type { Settings } from '../../../packages/n8n-nodes-assemblyai-chat-model/nodes/LlmGatewayChatModel/settings';

export const node: INode = {
	id: '1',
	name: 'LLM Gateway Chat Model',
	type: 'n8n-nodes-assemblyai-chat-model.llmGatewayChatModel',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

export const settings: Settings = {
	model: 'claude-sonnet-4-6',
	maxTokens: 4096,
	timeoutSeconds: 600,
	zeroDataRetention: false,
};

export const asked: Message[] = [
	{ role: 'user', content: [{ type: 'text', text: 'Weather in Oslo?' }] },
];
