import type { StreamChunk } from '@n8n/ai-node-sdk';
import { NodeOperationError } from 'n8n-workflow';
import { GatewayChatModel } from '../../../packages/n8n-nodes-assemblyai-chat-model/nodes/LlmGatewayChatModel/GatewayChatModel';
import type { HttpResponse } from '../../../nodes/shared/api/core/httpClient';
import type { Service } from '../../../nodes/shared/api/core/service';
import { asked, node, settings } from '../../support/unit/chatModel';
import { delta, events, streamed } from '../../support/unit/services/chatEvents';
import {
	json,
	refused,
	said,
	ScriptedGateway,
	type Reply,
} from '../../support/unit/services/scriptedGateway';

const streaming = [{ id: 'claude-sonnet-4-6', supported_parameters: ['tools', 'stream'] }];

/** The answers come in pieces of so many signs. */
function scripted(
	answer: (number: number) => Reply,
	{ models = streaming as unknown, more = {}, pieceLength = 5 } = {},
) {
	const gateway = new ScriptedGateway((_, number) => answer(number));
	const lists: string[] = [];
	const service: Service = {
		...gateway.service,
		http: async (request) => {
			if (request.method === 'GET') {
				lists.push(request.url);
				return models instanceof Error ? refused(500, 'no') : json(200, { data: models });
			}
			const reply: HttpResponse = await gateway.service.http(request);
			if (reply.status < 300) {
				for (let at = 0; at < reply.text.length; at += pieceLength)
					request.onText?.(reply.text.slice(at, at + pieceLength));
			}
			if (reply.headers.lost === 'yes') return await gateway.service.http({ ...request });
			return reply;
		},
	};
	const model = new GatewayChatModel(service, { ...settings, ...more }, node);
	return { model, requests: gateway.requests, lists };
}

async function told(model: GatewayChatModel) {
	const chunks: StreamChunk[] = [];
	let error: unknown;
	try {
		for await (const chunk of model.stream(asked)) chunks.push(chunk);
	} catch (thrown) {
		error = thrown;
	}
	const text = chunks.map((chunk) => (chunk.type === 'text-delta' ? chunk.delta : '')).join('');
	return { chunks, text, error };
}

const messageOf = (error: unknown) =>
	error instanceof NodeOperationError ? `${error.message} | ${error.description}` : error;

const FINISH = (finishReason: string) => ({
	type: 'finish',
	finishReason,
	usage: { promptTokens: 10, completionTokens: 5, totalTokens: 15 },
});
const usage = { usage: { prompt_tokens: 10, completion_tokens: 5 } };

it('gives the text as it comes, and the end with what the service counted', async () => {
	const { model, requests, lists } = scripted(() =>
		streamed(
			delta({ role: 'assistant', content: '' }),
			delta({ content: 'Rain' }),
			delta({ content: ' in Oslo.' }),
			delta({}, 'end_turn', usage),
		),
	);
	const { chunks } = await told(model);
	expect(chunks).toEqual([
		{ type: 'text-delta', delta: 'Rain' },
		{ type: 'text-delta', delta: ' in Oslo.' },
		FINISH('stop'),
	]);
	expect(requests[0]).toMatchObject({ stream: true, model: 'claude-sonnet-4-6' });
	await told(model);
	expect(lists).toEqual(['http://gateway.test/v1/models']);
});

it('hands on a piece before the answer has ended', async () => {
	let finish: () => void = () => undefined;
	const mayFinish = new Promise<void>((resolve) => {
		finish = resolve;
	});
	const text = events(delta({ content: 'Rain' }), delta({}, 'stop'), '[DONE]');
	const gateway = new ScriptedGateway(() => said(''));
	const service: Service = {
		...gateway.service,
		http: async ({ method, onText }) => {
			if (method === 'GET') return json(200, { data: streaming });
			onText?.(events(delta({ content: 'Rain' })));
			await mayFinish;
			return { status: 200, headers: {}, text };
		},
	};
	const answer = new GatewayChatModel(service, settings, node).stream(asked);
	const chunks = answer[Symbol.asyncIterator]();
	expect(await chunks.next()).toMatchObject({ value: { type: 'text-delta', delta: 'Rain' } });
	finish();
	expect(await chunks.next()).toMatchObject({ value: { type: 'finish' } });
});

it('gives calls of tools whole, each by itself', async () => {
	const call = (index: number, more: object) => delta({ tool_calls: [{ index, ...more }] });
	const { model } = scripted(() =>
		streamed(
			delta({ content: 'Both.' }),
			call(0, { id: 'call_Oslo', function: { name: 'weather', arguments: '' } }),
			call(0, { function: { arguments: '{"city":' } }),
			call(1, { id: 'call_Bergen', function: { name: 'weather', arguments: '{"city"' } }),
			call(1, { function: { arguments: ':"Bergen"}' } }),
			call(0, { function: { arguments: '"Oslo"}' } }),
			delta({}, 'tool_use', usage),
		),
	);
	const called = (city: string) => ({
		type: 'tool-call-delta',
		id: `call_${city}`,
		name: 'weather',
		argumentsDelta: `{"city":"${city}"}`,
	});
	expect((await told(model)).chunks).toEqual([
		{ type: 'text-delta', delta: 'Both.' },
		called('Oslo'),
		called('Bergen'),
		FINISH('tool-calls'),
	]);
});

it('takes parameters that come as an object', async () => {
	const call = { id: 'a', function: { name: 'weather', arguments: { city: 'Oslo' } } };
	const { model } = scripted(() => streamed(delta({ tool_calls: [call] }), delta({}, 'stop')));
	expect((await told(model)).chunks[0]).toMatchObject({ argumentsDelta: '{"city":"Oslo"}' });
});

it.each<[string, object]>([
	[
		'the model does not list it',
		{ models: [{ id: settings.model, supported_parameters: ['tools'] }] },
	],
	[
		'nothing is listed for the model',
		{ models: [{ id: settings.model, supported_parameters: null }] },
	],
	['the model is not listed', { models: [] }],
	['the list cannot be had', { models: new Error('no') }],
	['Additional Parameters say so', { more: { additionalParameters: { stream: false } } }],
])('asks for the whole answer where %s', async (_, options) => {
	const { model, requests } = scripted(() => said('Rain.'), options);
	expect((await told(model)).chunks).toEqual([
		{ type: 'text-delta', delta: 'Rain.' },
		FINISH('stop'),
	]);
	expect(requests).toHaveLength(1);
	expect(requests[0]?.stream).toBeUndefined();
});

it('asks for no stream where an agent wants none, whatever Additional Parameters say', async () => {
	const more = { additionalParameters: { stream: true } };
	const { model, requests } = scripted(() => said('Rain.'), { more });
	await model.generate(asked);
	expect(requests[0]?.stream).toBeUndefined();
});

it('takes an answer that comes whole though a stream was asked for', async () => {
	const { text, chunks } = await told(scripted(() => said('Rain.')).model);
	expect(text).toBe('Rain.');
	expect(chunks.at(-1)).toEqual(FINISH('stop'));
});

it('asks again while nothing was told', async () => {
	const rain = streamed(delta({ content: 'Rain.' }), delta({}, 'stop'));
	const { model, requests } = scripted((number) => {
		if (number === 1) return refused(502, 'something went wrong');
		return number === 2 ? 'lost' : rain;
	});
	expect((await told(model)).text).toBe('Rain.');
	expect(requests).toHaveLength(3);
});

it('does not ask again once something was told', async () => {
	const { model, requests } = scripted((number) =>
		number === 1 ? { ...streamed(delta({ content: 'Rain' })), headers: { lost: 'yes' } } : 'lost',
	);
	const { text, error } = await told(model);
	expect(text).toBe('Rain');
	expect(messageOf(error)).toMatch(/^No reply/);
	expect(requests).toHaveLength(2);
});

it.each<[string, string, string]>([
	[
		'ends without an end',
		events(delta({ content: 'Rain' })),
		'The answer broke off while it came in. The connection ended before the answer did',
	],
	[
		'is told to have failed',
		events(delta({ content: 'Rain' }), JSON.stringify({ error: { message: 'overloaded' } })),
		'The answer broke off while it came in. AssemblyAI said: overloaded',
	],
	[
		'is told to have failed in a word',
		events(JSON.stringify({ error: 'overloaded' })),
		'The answer broke off while it came in. AssemblyAI said: overloaded',
	],
	[
		'is told to have failed without a word',
		events(JSON.stringify({ error: {} })),
		'The answer broke off while it came in. AssemblyAI said: nothing about why',
	],
	[
		"is told to have failed as the Gateway's refusals are",
		events(JSON.stringify({ code: 500, message: 'something went wrong', request_id: 'r' })),
		'The answer broke off while it came in. AssemblyAI said: something went wrong',
	],
	[
		'is no JSON',
		events('<html>'),
		'The answer broke off while it came in. AssemblyAI sent "<html>"',
	],
	[
		'calls a tool without a name',
		events(delta({ tool_calls: [{ id: 'a', function: { arguments: '{}' } }] }, 'stop'), '[DONE]'),
		'The answer broke off while it came in. A call of a tool has no name',
	],
	[
		'calls a tool with half of its parameters',
		events(
			delta({ tool_calls: [{ id: 'a', function: { name: 'weather', arguments: '{"ci' } }] }),
			delta({}, 'length'),
		),
		'The model was cut off while it called the tool weather',
	],
	['says nothing', events(delta({}, 'stop'), '[DONE]'), 'The model gave an empty answer'],
	['is nothing', '', 'The answer broke off while it came in. The connection ended before'],
])('an answer that %s ends with an error, and no tool is called', async (_, text, message) => {
	const { model } = scripted(() => ({ status: 200, headers: {}, text }));
	const { chunks, error } = await told(model);
	expect(messageOf(error)).toMatch(message);
	expect(chunks.filter(({ type }) => type !== 'text-delta')).toEqual([]);
});
