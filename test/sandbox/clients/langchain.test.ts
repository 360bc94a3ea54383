import { HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages';
import { ChatOpenAI } from '@langchain/openai';
import { z } from 'zod';
import { startSandbox, type Sandbox } from '../../../sandbox/index';

// n8n's own AI nodes speak to models by this package: an AI Agent can be pointed at the sandbox.

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox({ recordingsFolders: [] });
});
afterEach(async () => await sandbox.close());

function chatModel(model = 'claude-sonnet-4-6'): ChatOpenAI {
	return new ChatOpenAI({
		model,
		apiKey: sandbox.apiKey,
		maxRetries: 0,
		configuration: { baseURL: `${sandbox.url}/v1` },
	});
}

const CALL =
	'Hi, what does the map update cost? The update costs 99 dollars. That is terrible, I am disappointed.';
const INVITED = new HumanMessage(`Transcript:\n${CALL}\n\n1. What does the update cost?`);

it.each(['claude-sonnet-4-6', 'gpt-5.2', 'gemini-2.5-flash', 'qwen3-32B'])(
	'chats with %s',
	async (model) => {
		const reply = await chatModel(model).invoke([INVITED]);
		expect(reply.text).toBe('1. The update costs 99 dollars.');
		expect(reply.usage_metadata).toMatchObject({ input_tokens: expect.any(Number) });
	},
);

it('goes round with a tool', async () => {
	const lookUp = {
		name: 'look_up_customer',
		description: 'Finds a customer by name',
		schema: z.object({ name: z.string() }),
	};
	const model = chatModel().bindTools([lookUp]);
	const asked = [new SystemMessage('Be brief.'), new HumanMessage('Which customer is Dana?')];
	const first = await model.invoke(asked);
	expect(first.tool_calls).toMatchObject([
		{ name: 'look_up_customer', args: { name: expect.any(String) } },
	]);
	const answer = new ToolMessage({
		tool_call_id: first.tool_calls?.[0]?.id ?? '',
		content: 'Dana is number 4711',
	});
	const second = await model.invoke([...asked, first, answer]);
	expect(second.text).toBe('The tool says: Dana is number 4711');
});

it('takes an answer as it comes', async () => {
	const pieces: string[] = [];
	for await (const piece of await chatModel().stream([INVITED])) pieces.push(piece.text);
	expect(pieces.join('')).toBe('1. The update costs 99 dollars.');
	expect(pieces.length).toBeGreaterThan(3);
});

const record = z.object({
	mood: z.enum(['positive', 'neutral', 'negative']).describe('Sentiment of the caller'),
	price: z.number().describe('What the update costs'),
});

it.each(['functionCalling', 'jsonSchema'] as const)('gives a record by %s', async (method) => {
	const model = chatModel().withStructuredOutput(record, { method });
	expect(await model.invoke(`Transcript:\n${CALL}`)).toEqual({ mood: 'negative', price: 99 });
});
