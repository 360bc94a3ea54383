import type { Message } from '@n8n/ai-node-sdk';
import fc from 'fast-check';
import { toGatewayMessages } from '../../../packages/n8n-nodes-assemblyai-chat-model/nodes/LlmGatewayChatModel/gatewayMessages';

const text = (role: Message['role'], said: string): Message => ({
	role,
	content: [{ type: 'text', text: said }],
});

it('carries a round of two tools', () => {
	const round: Message[] = [
		text('system', 'Be brief.'),
		text('user', 'How was the call?'),
		{
			role: 'assistant',
			content: [
				{ type: 'reasoning', text: 'First the transcript.' },
				{ type: 'tool-call', toolCallId: 'a', toolName: 'one', input: '{"x":1}' },
				{ type: 'tool-call', toolCallId: 'b', toolName: 'two', input: '{}' },
			],
		},
		{ role: 'tool', content: [{ type: 'tool-result', toolCallId: 'a', result: 'fine' }] },
		{ role: 'tool', content: [{ type: 'tool-result', toolCallId: 'b', result: [{ y: 2 }] }] },
	];
	expect(toGatewayMessages(round)).toEqual([
		{ role: 'system', content: 'Be brief.' },
		{ role: 'user', content: 'How was the call?' },
		{
			role: 'assistant',
			content: null,
			tool_calls: [
				{ id: 'a', type: 'function', function: { name: 'one', arguments: '{"x":1}' } },
				{ id: 'b', type: 'function', function: { name: 'two', arguments: '{}' } },
			],
		},
		{ role: 'tool', content: 'fine', tool_call_id: 'a' },
		{ role: 'tool', content: '[{"y":2}]', tool_call_id: 'b' },
	]);
});

it('never sends an empty text, and loses none', () => {
	const roles = fc.constantFrom('system' as const, 'user' as const, 'assistant' as const);
	fc.assert(
		fc.property(fc.array(fc.tuple(roles, fc.string())), (said) => {
			const sent = toGatewayMessages(said.map(([role, words]) => text(role, words)));
			expect(sent.every(({ content }) => content !== '')).toBe(true);
			const words = said.map(([, spoken]) => spoken).filter(Boolean);
			expect(sent.map(({ content }) => content).filter((content) => content !== '(empty)')).toEqual(
				words.filter((spoken) => spoken !== '(empty)'),
			);
		}),
	);
});

it('says in place of an empty result that it is empty', () => {
	const result: Message = {
		role: 'tool',
		content: [{ type: 'tool-result', toolCallId: 'a', result: '' }],
	};
	expect(toGatewayMessages([result])).toEqual([
		{ role: 'tool', content: '(empty)', tool_call_id: 'a' },
	]);
});

it('takes no file', () => {
	const picture: Message = { role: 'user', content: [{ type: 'file', data: 'AAAA' }] };
	expect(() => toGatewayMessages([picture])).toThrow(
		'The agent sent a file to the model, and LLM Gateway takes text only',
	);
});
