import { startSandbox, type Sandbox } from '../../../sandbox/index';
import { call, field, type Reply } from '../../support/sandbox/client';

// What the documentation, its examples and the official SDKs send beside a model and messages.

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ recordingsFolders: [] });
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

async function chat(body: Record<string, unknown>): Promise<Reply> {
	return await call(sandbox, 'POST', '/v1/chat/completions', {
		json: { model: 'claude-sonnet-4-6', messages: [{ role: 'user', content: 'Hello.' }], ...body },
	});
}

it.each([
	[{ model: 'gemini-2.5-pro', reasoning: { effort: 'low', max_tokens: 500 } }],
	[{ model_region: 'global' }],
	[{ zero_data_retention: true }],
	[{ fallbacks: [{ model: 'gpt-5.2' }], fallback_config: { depth: 2, retry: false } }],
])('%j is taken and echoed', async (body) => {
	const { status, json } = await chat(body);
	expect(status).toBe(200);
	expect(field(json, 'request')).toMatchObject(body);
});

it.each([
	[{ reasoning: { effort: 'low' } }, 'model claude-sonnet-4-6 does not support reasoning'],
	[{ model: 'gemini-2.5-pro', reasoning: { effort: 'most' } }, 'invalid request body'],
	[{ zero_data_retention: 'yes' }, 'invalid request body'],
	[{ messages: [{ role: 'assistant', content: null }] }, 'invalid request body'],
	[{ messages: [{ role: 'tool', content: 'x' }] }, 'invalid request body'],
	[{ messages: [{ role: 'user', content: [{ type: 'image_url' }] }] }, 'invalid request body'],
])('%j is refused', async (body, message) => {
	const { status, json } = await chat(body);
	expect(status).toBe(400);
	expect(field(json, 'message')).toBe(message);
});

describe('cache_control', () => {
	const long = 'The update costs 99 dollars. '.repeat(200);
	const marked = (ttl?: string) => [
		{ role: 'user', content: long, cache_control: { type: 'ephemeral', ...(ttl && { ttl }) } },
		{ role: 'user', content: 'What does it cost?' },
	];
	const used = (reply: Reply) => field(reply.json, 'usage', 'prompt_tokens_details');
	const tokens = Math.ceil(long.length / 4);

	it('is counted as written first, as read then, by model', async () => {
		const written = { cached_tokens: 0, cache_creation: { ephemeral_5m_input_tokens: tokens } };
		expect(used(await chat({ messages: marked() }))).toMatchObject(written);
		const [first] = marked();
		const other = { messages: [first, { role: 'user', content: 'Is it expensive?' }] };
		const read = { cached_tokens: tokens, cache_creation: { ephemeral_5m_input_tokens: 0 } };
		expect(used(await chat(other))).toMatchObject(read);
		const haiku = { ...other, model: 'claude-haiku-4-5-20251001' };
		expect(used(await chat(haiku))).toMatchObject(written);
	});

	it('keeps for an hour where asked to, and may stand on a part', async () => {
		const hour = { cache_creation: { ephemeral_1h_input_tokens: tokens } };
		expect(used(await chat({ messages: marked('1h') }))).toMatchObject(hour);
		const part = { type: 'text', text: long, cache_control: { type: 'ephemeral', ttl: '1h' } };
		const { json } = await chat({ messages: [{ role: 'user', content: [part] }] });
		expect(field(json, 'usage', 'prompt_tokens_details', 'cached_tokens')).toBe(tokens);
	});

	it('does nothing for a short beginning, for other providers, or without a mark', async () => {
		const [first, second] = marked();
		const short = { ...first, content: 'Short.' };
		const unmarked = { role: 'user', content: long };
		for (const body of [
			{ messages: [short, second] },
			{ messages: [unmarked, second] },
			{ messages: marked(), model: 'gpt-5.2' },
		]) {
			await chat(body);
			expect(used(await chat(body))).toMatchObject({
				cached_tokens: 0,
				cache_creation: { ephemeral_5m_input_tokens: 0 },
			});
		}
	});
});
