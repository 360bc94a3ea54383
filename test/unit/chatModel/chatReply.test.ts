import {
	chatReplySchema,
	resultOf,
} from '../../../packages/n8n-nodes-assemblyai-chat-model/nodes/LlmGatewayChatModel/chatReply';

const read = (reply: unknown) => resultOf(chatReplySchema.parse(reply));
const call = (name: string, args: unknown, id?: string) => ({
	...(id && { id }),
	type: 'function',
	function: { name, arguments: args },
});

it('reads text and tokens', () => {
	const reply = {
		request_id: 'r1',
		choices: [{ message: { content: 'Hello' }, finish_reason: 'end_turn' }],
		usage: {
			input_tokens: 24,
			output_tokens: 8,
			prompt_tokens_details: { cached_tokens: 3 },
			completion_tokens_details: { reasoning_tokens: 5 },
		},
	};
	expect(read(reply)).toEqual({
		id: 'r1',
		message: { role: 'assistant', content: [{ type: 'text', text: 'Hello' }] },
		finishReason: 'stop',
		usage: {
			promptTokens: 24,
			completionTokens: 8,
			totalTokens: 32,
			inputTokenDetails: { cacheRead: 3 },
			outputTokenDetails: { reasoning: 5 },
		},
		providerMetadata: { finish_reason: 'stop', request_id: 'r1' },
	});
});

it('reads several calls, over several choices, with or without IDs', () => {
	const reply = {
		choices: [
			{ message: { content: 'Let me look.' }, finish_reason: 'tool_use' },
			{ message: { content: null, tool_calls: [call('one', '{"x":1}', 'a'), call('two', '')] } },
			{ message: { tool_calls: [call('three', { z: 3 })] } },
		],
	};
	expect(read(reply)).toMatchObject({
		finishReason: 'tool-calls',
		message: {
			content: [
				{ type: 'text', text: 'Let me look.' },
				{ toolCallId: 'a', toolName: 'one', input: '{"x":1}' },
				{ toolCallId: 'call_2', toolName: 'two', input: '{}' },
				{ toolCallId: 'call_3', toolName: 'three', input: '{"z":3}' },
			],
		},
	});
});

it('leaves out what the model thinks aloud', () => {
	const content = [
		{ type: 'thinking', text: 'Hm.' },
		{ type: 'text', text: 'Yes.' },
	];
	expect(read({ choices: [{ message: { content } }] }).message.content).toEqual([
		{ type: 'text', text: 'Yes.' },
	]);
});

it('runs no tool whose call was cut off', () => {
	const choice = { message: { tool_calls: [call('one', '{"x":')] }, finish_reason: 'max_tokens' };
	expect(() => read({ choices: [choice] })).toThrow(
		'The model was cut off while it called the tool one',
	);
});

it.each(['not JSON', '[1]', '3', 'null'])('nor one that is called with %s', (args) => {
	const choice = { message: { tool_calls: [call('one', args)] }, finish_reason: 'stop' };
	expect(() => read({ choices: [choice] })).toThrow(
		'The model called the tool one with parameters that are no JSON object',
	);
});

it.each([
	['length', /Raise Max Tokens/],
	['content_filter', /declined/],
	['stop', /another model/],
])('tells what to do about an empty answer that ended with %s', (finish_reason, hint) => {
	const empty = () => read({ choices: [{ message: { content: '' }, finish_reason }] });
	expect(empty).toThrow('The model gave an empty answer');
	expect(empty).toThrow(
		expect.objectContaining({
			facts: expect.objectContaining({ hint: expect.stringMatching(hint) }),
		}),
	);
});

it('says that a text was cut off', () => {
	const choice = { message: { content: 'Once upon' }, finish_reason: 'length' };
	expect(read({ choices: [choice] }).finishReason).toBe('length');
});
