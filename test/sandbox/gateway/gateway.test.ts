import { startSandbox, type Sandbox } from '../../../sandbox/index';
import {
	call,
	CALL_AUDIO,
	field,
	recordingsFolder,
	transcribed,
	type Reply,
} from '../../support/sandbox/client';

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox({ recordingsFolders: [await recordingsFolder()] });
});
afterEach(async () => await sandbox.close());

const MODEL = 'claude-sonnet-4-6';

async function chat(body: Record<string, unknown>): Promise<Reply> {
	return await call(sandbox, 'POST', '/v1/chat/completions', {
		json: { model: MODEL, messages: [{ role: 'user', content: 'Hello there.' }], ...body },
	});
}

function content(reply: Reply): string {
	return String(field(reply.json, 'choices', 0, 'message', 'content'));
}

describe('access', () => {
	it('takes the key raw and after Bearer, and has an envelope of its own for others', async () => {
		const target = '/v1/chat/completions';
		const json = { model: MODEL, prompt: 'Hello' };
		const ask = async (authorization: string | null) =>
			await call(sandbox, 'POST', target, { json, authorization });
		expect((await ask('sandbox-key')).status).toBe(200);
		expect((await ask('Bearer sandbox-key')).status).toBe(200);
		const wrong = await ask('wrong');
		expect(wrong.status).toBe(401);
		expect(wrong.json).toMatchObject({
			error: 'Authentication error, API token missing/invalid',
			status: 'error',
			request_id: expect.any(String),
		});
		expect(field((await ask(null)).json, 'error')).toMatch(
			/^Your account does not have access to LLM/,
		);
	});
});

describe('transcript_id', () => {
	it('replaces the first exact tag of the first message that holds one', async () => {
		const id = field((await transcribed(sandbox, CALL_AUDIO)).json, 'id');
		const echoed = async (...contents: string[]) =>
			content(
				await chat({
					transcript_id: id,
					messages: contents.map((text) => ({ role: 'user', content: text })),
					response_format: {
						type: 'json_schema',
						json_schema: {
							name: 'first',
							schema: { type: 'object', properties: { sentence: { type: 'string' } } },
						},
					},
				}),
			);
		expect(await echoed('No tag here.', 'Read {{ transcript }} now.')).toContain(
			'Thank you for calling',
		);
		expect(await echoed('Read {{transcript}} now.')).toContain('{{transcript}}');
		expect(await echoed('Without a tag.')).toContain('Without a tag.');
	});

	it('is refused when unknown or deleted', async () => {
		const id = field((await transcribed(sandbox, CALL_AUDIO)).json, 'id');
		const prompt = '{{ transcript }}';
		const ask = async (transcript_id: unknown) =>
			await chat({ messages: undefined, prompt, transcript_id });
		const unknown = await ask('9ea68fd3-f953-42c1-9742-976c447fb463');
		expect(unknown.status).toBe(404);
		expect(unknown.json).toMatchObject({ code: 404, message: 'transcript not found' });
		await call(sandbox, 'DELETE', `/v2/transcript/${id}`);
		expect((await ask(id)).json).toMatchObject({ message: 'transcript deleted' });
	});
});

describe('refusals', () => {
	const strict = (schema: unknown) => ({
		response_format: { type: 'json_schema', json_schema: { name: 'n', schema, strict: true } },
	});

	it.each([
		[{ model: 'gpt-9' }, 400, 'model gpt-9 is not supported'],
		[
			{ model: 'claude-3-haiku' },
			410,
			'the model version you are trying to access has been deprecated',
		],
		[{ messages: undefined }, 400, 'one of messages or prompt required'],
		[
			{ model: 'claude-opus-4-8', temperature: 0 },
			400,
			'model claude-opus-4-8 does not support temperature',
		],
		[
			{ model: 'gpt-4.1', ...strict({ type: 'string' }) },
			400,
			'model gpt-4.1 does not support response_format',
		],
		[{ fallback_config: { depth: 3 } }, 400, 'fallback_config depth cannot be greater than 2'],
		[{ fallbacks: [{ model: 'nope' }] }, 400, 'model nope is not supported'],
		[{ model_region: 'eu' }, 400, 'model_region can only be set to global'],
		[
			strict({
				type: 'object',
				properties: { a: { type: 'string' } },
				additionalProperties: false,
			}),
			400,
			"response_format is invalid: schema: property 'a' must be in required",
		],
		[
			strict({ type: 'array', items: { type: 'object', properties: {}, required: [] } }),
			400,
			'response_format is invalid: schema.items: additionalProperties must be false',
		],
		[
			{
				model: 'qwen3.5-4b-32k-fast',
				prompt: 'x',
				messages: [{ role: 'user', content: 'long '.repeat(30_000) }],
			},
			400,
			'model context limit exceeded',
		],
	])('%j', async (body, status, message) => {
		const reply = await chat(body);
		expect(reply.status).toBe(status);
		expect(reply.json).toEqual({ code: status, message, request_id: expect.any(String) });
	});

	it('names the fields of an invalid body', async () => {
		const reply = await chat({ model: undefined });
		expect(reply.json).toMatchObject({
			code: 400,
			message: 'invalid request body',
			metadata: { errors: ["'model' is required"] },
		});
	});
});

describe('answers', () => {
	it('carry the fields and the count of the service', async () => {
		const { json } = await chat({ max_tokens: 60 });
		expect(json).toMatchObject({
			model: MODEL,
			choices: [{ message: { role: 'assistant' }, finish_reason: 'end_turn' }],
			request: { model: MODEL, max_tokens: 60 },
			usage: { input_tokens: 3, prompt_tokens: 3 },
			http_status_code: 200,
			llm_status_code: 200,
		});
		expect(field(json, 'request', 'messages')).toBeUndefined();
	});

	it('are cut at max_tokens, which each provider says in its own word', async () => {
		const cut = await chat({ max_tokens: 2 });
		expect(content(cut)).toHaveLength(8);
		expect(field(cut.json, 'choices', 0, 'finish_reason')).toBe('max_tokens');
		const other = await chat({ max_tokens: 2, model: 'gpt-5.2' });
		expect(field(other.json, 'choices', 0, 'finish_reason')).toBe('length');
	});

	it('call a tool where the request demands it', async () => {
		const { json } = await chat({
			tools: [
				{
					type: 'function',
					function: {
						name: 'note',
						parameters: { type: 'object', properties: { text: { type: 'string' } } },
					},
				},
			],
			tool_choice: { type: 'function', function: { name: 'note' } },
		});
		expect(field(json, 'choices', 0)).toMatchObject({
			finish_reason: 'tool_use',
			message: {
				content: null,
				tool_calls: [{ function: { name: 'note', arguments: '{"text":"Hello there."}' } }],
			},
		});
	});
});

describe('limits', () => {
	it('refuse what is too much for a model, with the wait, and leave the others alone', async () => {
		await sandbox.close();
		sandbox = await startSandbox({ recordingsFolders: [], speed: { gatewayPerMinute: 1 } });
		expect((await chat({})).status).toBe(200);
		const refused = await chat({});
		expect(refused.status).toBe(429);
		expect(refused.json).toMatchObject({ code: 429, message: 'too many requests for this action' });
		expect(Number(refused.headers['retry-after'])).toBeGreaterThan(50);
		expect(refused.headers['x-ratelimit-model']).toBe(MODEL);
		expect((await chat({ model: 'gpt-5.2' })).status).toBe(200);
	});
});

it('lists its models to anybody', async () => {
	const { json, status } = await call(sandbox, 'GET', '/v1/models', { authorization: null });
	expect(status).toBe(200);
	const models = field(json, 'data');
	const ids = Array.isArray(models) ? models.map((model) => field(model, 'id')) : [];
	expect(ids).toEqual(expect.arrayContaining([MODEL, 'gpt-4.1', 'qwen3.5-4b-32k-fast']));
	expect(models).toContainEqual(expect.objectContaining({ supported_parameters: null }));
});
