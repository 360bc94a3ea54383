import fc from 'fast-check';
import { outcomeOf } from '../../../nodes/shared/outcome';
import { resultOf } from '../../../packages/n8n-nodes-assemblyai-chat-model/nodes/LlmGatewayChatModel/chatReply';
import {
	streamedReply,
	textOfPiece,
} from '../../../packages/n8n-nodes-assemblyai-chat-model/nodes/LlmGatewayChatModel/streamedReply';
import { asBody } from '../inputs';
import { expectOwnError, expectPlain, inTime, Violation } from '../invariants';
import type { Target } from '../target';

const called = (more: object) => ({
	...{ id: 'call_1', index: 0, type: 'function' },
	function: { name: 'weather', arguments: '{"city":"Oslo"}', ...more },
});
const whole = {
	request_id: 'r',
	choices: [
		{ message: { content: 'Hello.', tool_calls: [called({})] }, finish_reason: 'tool_use' },
	],
	usage: { input_tokens: 1, output_tokens: 1 },
};
const pieces = [
	{ choices: [{ index: 0, delta: { role: 'assistant', content: 'Hello.' } }] },
	{ choices: [{ index: 0, delta: { tool_calls: [called({ arguments: '{"city":' })] } }] },
	{ choices: [{ index: 0, delta: { tool_calls: [called({ arguments: '"Oslo"}' })] } }] },
	{ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }], usage: { prompt_tokens: 1 } },
];

async function read(text: string, told: string): Promise<void> {
	const outcome = await inTime(
		async () => await outcomeOf(Promise.resolve(text).then((it) => resultOf(streamedReply(it)))),
	);
	if (!outcome.ok) return expectOwnError(outcome.error);
	expectPlain(outcome.value);
	const { content } = outcome.value.message;
	const said = content.map((part) => (part.type === 'text' ? part.text : '')).join('');
	if (!said.startsWith(told)) throw new Violation(`"${told}" was told, and "${said}" said`);
	for (const part of content) {
		if (part.type !== 'tool-call') continue;
		const input: unknown = JSON.parse(part.input);
		if (typeof input !== 'object' || input === null || Array.isArray(input))
			throw new Violation(`A tool would run with ${part.input}`);
	}
}

export const agentTargets: Target[] = [
	{
		name: 'an answer for an agent',
		property: fc.asyncProperty(asBody(whole), async (text) => await read(text, '')),
	},
	{
		name: 'a stream for an agent',
		property: fc.asyncProperty(
			fc.tuple(...pieces.map(asBody)),
			fc.boolean(),
			async (bodies, isDone) => {
				const events = bodies.map((body) => body.replace(/[\r\n]/g, ' '));
				const text = [...events, ...(isDone ? ['[DONE]'] : [])].map((it) => `data: ${it}\n\n`);
				await read(text.join(''), events.map(textOfPiece).join(''));
			},
		),
	},
];
