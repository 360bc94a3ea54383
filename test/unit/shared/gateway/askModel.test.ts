import { askModel } from '../../../../nodes/shared/gateway/askModel';
import { AssemblyAiError } from '../../../../nodes/shared/api/core/errors';
import type { ChatContent, ModelSettings } from '../../../../nodes/shared/gateway/chatRequest';
import { GatewaySession } from '../../../../nodes/shared/gateway/gatewaySession';
import { listed } from '../../../support/unit/models';
import {
	json,
	refused,
	said,
	ScriptedGateway,
	type ChatBody,
	type Reply,
} from '../../../support/unit/services/scriptedGateway';

const content: ChatContent = {
	messages: [{ role: 'user', content: 'Hello' }],
	json: true,
	format: { name: 'answers', strict: true, schema: {} },
	automaticTokens: 3_000,
	promptTokens: 150_000,
};
const notSupported = (model: string) => refused(400, `model ${model} is not supported`);
const noAccess = refused(400, 'invalid request body', [
	'Your account does not have access to this LLM Gateway model',
]);

function scripted(answer: (body: ChatBody, number: number) => Reply, models: unknown[] = []) {
	const script = new ScriptedGateway(answer);
	script.models = models;
	const gateway = new GatewaySession(script.service);
	const ask = async (settings: Partial<ModelSettings> = {}, more: Partial<ChatContent> = {}) =>
		await askModel(
			gateway,
			{ model: 'one', fallbackModels: [], maxTokens: 0, ...settings },
			{ ...content, ...more },
		);
	return { ask, gateway, requests: script.requests, clock: script.clock };
}

const failure = async (work: Promise<unknown>) => {
	const error = await work.then(
		() => undefined,
		(reason: unknown) => reason,
	);
	if (!(error instanceof AssemblyAiError))
		throw new Error(`Not an error of ours: ${String(error)}`);
	return error;
};

describe('the request', () => {
	test('holds the model to the schema where it can be, with the tokens that are needed', async () => {
		const { ask, requests } = scripted(() => said('{}'), [listed('one')]);
		await ask({ temperature: 0.2 });
		expect(requests).toEqual([
			{
				model: 'one',
				messages: content.messages,
				max_tokens: 3_000,
				temperature: 0.2,
				response_format: { type: 'json_schema', json_schema: content.format },
			},
		]);
	});

	test('has the JSON repaired where the model cannot be held to a schema, and no parameter it refuses', async () => {
		const { ask, requests } = scripted(() => said('{}'), [listed('one', { parameters: [] })]);
		await ask({ temperature: 0.2 });
		expect(requests).toEqual([
			{
				model: 'one',
				messages: content.messages,
				max_tokens: 3_000,
				post_processing_steps: [{ type: 'json-repair' }],
			},
		]);
	});

	test('asks for prose without a repair, which would fail on it', async () => {
		const { ask, requests } = scripted(() => said('Yes.'), [listed('one', { parameters: [] })]);
		await ask({}, { json: false, format: undefined });
		expect(requests[0]).not.toHaveProperty('post_processing_steps');
	});

	test.each([
		['by the model', {}, 1_000, 1_000],
		['by the user', { maxTokens: 123 }, 1_000, 123],
		['by what is needed', {}, 64_000, 3_000],
	])('limits the answer %s', async (_, settings, longest, tokens) => {
		const { ask, requests } = scripted(() => said('{}'), [listed('one', { longest })]);
		await ask(settings);
		expect(requests[0]?.max_tokens).toBe(tokens);
	});
});

describe('options of the request', () => {
	const own = { model: 'one', messages: content.messages, max_tokens: 3_000 };
	const prose = { json: false, format: undefined };

	test('are sent only where they are set', async () => {
		const { ask, requests } = scripted(() => said('Yes.'));
		await ask({}, prose);
		await ask(
			{ reasoningEffort: undefined, modelRegion: undefined, zeroDataRetention: false },
			prose,
		);
		await ask({ additionalParameters: {} }, prose);
		expect(requests).toEqual([own, own, own]);
		await ask({ reasoningEffort: 'low', modelRegion: 'global', zeroDataRetention: true }, prose);
		expect(requests[3]).toEqual({
			...own,
			reasoning: { effort: 'low' },
			model_region: 'global',
			zero_data_retention: true,
		});
	});

	test('typed as JSON win over all others, for the fallback models as well', async () => {
		const { ask, requests } = scripted(
			({ model }) => (model === 'one' ? notSupported('one') : said('Yes.')),
			[listed('two'), listed('three')],
		);
		const additionalParameters = { max_tokens: 7, top_p: 0.5, temperature: 1 };
		await ask({ temperature: 0, fallbackModels: ['two'], additionalParameters }, prose);
		expect(requests.at(-1)).toEqual({
			...own,
			model: 'two',
			max_tokens: 7,
			top_p: 0.5,
			temperature: 1,
		});
	});

	test('of a model that does not take reasoning are left out, and it is told', async () => {
		const { ask, gateway, requests } = scripted((body) =>
			'reasoning' in body ? refused(400, 'model one does not support reasoning') : said('Yes.'),
		);
		await ask({ reasoningEffort: 'high' }, prose);
		await ask({ reasoningEffort: 'high' }, prose);
		expect(requests.map((body) => 'reasoning' in body)).toEqual([true, false, false]);
		expect(gateway.models.withoutReasoning()).toEqual(['one']);
	});

	test.each<[string, Partial<ModelSettings>]>([
		['zero_data_retention', { zeroDataRetention: true }],
		['model_region', { modelRegion: 'global' }],
	])('that say where data may go are never left out: %s', async (name, settings) => {
		const { ask, requests } = scripted(() => refused(400, `model one does not support ${name}`));
		const error = await failure(ask(settings, prose));
		expect(error.message).toContain(`does not support ${name}`);
		expect(requests).toHaveLength(1);
	});

	test('that say where data may go hold for the fallback models as well', async () => {
		const { ask, requests } = scripted(
			({ model }) => (model === 'two' ? said('Yes.') : notSupported(model)),
			[listed('one'), listed('two')],
		);
		const settings: Partial<ModelSettings> = { zeroDataRetention: true, modelRegion: 'global' };
		await ask({ ...settings, fallbackModels: ['two'] }, prose);
		const where = { zero_data_retention: true, model_region: 'global' };
		for (const sent of requests) expect(sent).toMatchObject(where);
		expect(requests.at(-1)).toMatchObject({ model: 'two' });
	});

	test.each(['response_format', 'temperature', 'reasoning', 'post_processing_steps', 'top_p'])(
		'typed as JSON and refused are not sent time and again: %s',
		async (name) => {
			const { ask, requests } = scripted(() => refused(400, `model one does not support ${name}`));
			const additionalParameters = { [name]: 1 };
			const settings: Partial<ModelSettings> = { temperature: 0, reasoningEffort: 'low' };
			await failure(ask({ ...settings, additionalParameters }));
			expect(requests.length).toBeLessThanOrEqual(3);
		},
	);

	test('with a repair typed as JSON are not sent again after a fault, which may be the repair', async () => {
		const { ask, requests } = scripted(() => refused(500, 'something went wrong'));
		const additionalParameters = { post_processing_steps: [{ type: 'json-repair' }] };
		await failure(ask({ additionalParameters }, prose));
		expect(requests).toHaveLength(1);
	});
});

describe('a provider that is off', () => {
	test.each([
		'The provider of this model is not enabled for your account',
		'provider disabled: opt in on the Data Controls page',
	])('has the next model asked: %s', async (text) => {
		const { ask, requests } = scripted(({ model }) =>
			model === 'one' ? refused(403, text) : said('{}'),
		);
		await ask({ fallbackModels: ['two'] });
		expect(requests.map(({ model }) => model)).toEqual(['one', 'two']);
	});
});

describe('what a model refuses', () => {
	test('is left out, and never sent to it again in the run', async () => {
		const { ask, requests } = scripted((body) => {
			if ('temperature' in body) return refused(400, 'model one does not support temperature');
			if (!('response_format' in body)) return said('{}');
			return refused(400, 'x', ['model one does not support response_format']);
		});
		await ask({ temperature: 0 });
		expect(requests.map((body) => Object.keys(body).slice(3))).toEqual([
			['temperature', 'response_format'],
			['response_format'],
			['post_processing_steps'],
		]);
		await ask({ temperature: 0 });
		expect(requests).toHaveLength(4);
	});

	test('ends the request when it is something else', async () => {
		const { ask, requests } = scripted(() => refused(400, 'response_format is invalid: schema'));
		const error = await failure(ask());
		expect(error.message).toContain('response_format is invalid: schema');
		expect(requests).toHaveLength(1);
	});
});

describe('a repair', () => {
	test('that fails is left out, so that the words of the model can be read', async () => {
		const { ask, requests } = scripted(
			(body) =>
				'post_processing_steps' in body ? refused(500, 'something went wrong') : said('x'),
			[listed('one', { parameters: [] })],
		);
		expect(await ask()).toMatchObject({ text: 'x' });
		expect(requests).toHaveLength(2);
	});
});

describe('fallback models', () => {
	const models = ['one', 'two', 'three'];
	const all = [...models.map((id) => listed(id)), listed('plain', { parameters: [] })];

	test('are named to the service, two at most, where they are listed and take the same', async () => {
		const { ask, requests } = scripted(
			() => said('{}'),
			[...all.slice(0, 1), listed('two', { longest: 500 }), ...all.slice(2)],
		);
		await ask({ fallbackModels: ['unlisted', 'plain', 'two', 'three'] });
		expect(requests[0]).toMatchObject({
			model: 'one',
			fallbacks: [
				{ model: 'two', max_tokens: 500 },
				{ model: 'three', max_tokens: 3_000 },
			],
			fallback_config: { depth: 2 },
		});
	});

	test.each([
		['is not supported', notSupported('one')],
		['may not be used', noAccess],
		['was retired', refused(410, 'the model version you are trying to access has been deprecated')],
	])('are asked here when a model %s, and it is not asked again', async (_, refusal) => {
		const { ask, requests } = scripted(({ model }) =>
			model === 'two' ? said('{}', 'stop', { model: 'two' }) : refusal,
		);
		const settings = { fallbackModels: ['two', 'three'] };
		expect(await ask(settings)).toMatchObject({ model: 'two' });
		expect(requests.map(({ model }) => model)).toEqual(['one', 'two']);
		await ask(settings);
		expect(requests.map(({ model }) => model)).toEqual(['one', 'two', 'two']);
	});

	test.each([
		['is about one of them', notSupported('two')],
		['names one of them for something else', refused(400, 'three takes no more than 9 tokens')],
		['does not say of which model it is', noAccess],
	])('are left out, and the chosen model asked alone, when the refusal %s', async (_, refusal) => {
		const { ask, requests } = scripted(
			(body) => ('fallbacks' in body ? refusal : said('{}', 'stop', { model: 'one' })),
			all,
		);
		await ask({ fallbackModels: ['two', 'three'] });
		await ask({ fallbackModels: ['two', 'three'] });
		expect(requests.map(({ model }) => model)).toEqual(['one', 'one', 'one']);
		expect(requests.map((body) => 'fallbacks' in body)).toEqual([true, false, false]);
		expect(requests[1]).not.toHaveProperty('fallback_config');
	});

	test.each<[string, Reply, string[]]>([
		['the chosen model', notSupported('one'), ['one', 'two']],
		['something else', refused(400, 'max_tokens is too large'), ['one']],
		['nothing that anybody could read', 'lost', ['one', 'one', 'one', 'one']],
	])('stay in the request when the failure is about %s', async (_, reply, asked) => {
		const { ask, requests } = scripted(({ model }) => (model === 'one' ? reply : said('{}')), all);
		const asking = ask({ fallbackModels: ['two'] });
		if (!asked.includes('two')) expect((await failure(asking)).message).not.toBe('');
		await asking.catch(() => undefined);
		expect(requests.map(({ model }) => model)).toEqual(asked);
		const ofOne = requests.filter(({ model }) => model === 'one');
		expect(ofOne.every((body) => 'fallbacks' in body)).toBe(true);
	});

	test('are asked when the service fails for good, and when the transcript is too long', async () => {
		const failing = scripted(({ model }) => (model === 'one' ? json(503, {}) : said('{}')));
		await failing.ask({ fallbackModels: ['two'] });
		expect(failing.requests.map(({ model }) => model)).toEqual(['one', 'one', 'one', 'one', 'two']);

		const short = scripted(({ model }) =>
			model === 'one' ? refused(400, 'model context limit exceeded') : said('{}'),
		);
		await short.ask({ fallbackModels: ['two'] });
		expect(short.requests.map(({ model }) => model)).toEqual(['one', 'two']);
	});

	test('are not asked when the request is at fault', async () => {
		const { ask, requests } = scripted(() => refused(400, 'one of messages or prompt required'));
		await failure(ask({ fallbackModels: ['two'] }));
		expect(requests).toHaveLength(1);
	});

	test('that are refused too are all named, with what is close to the chosen one', async () => {
		const { ask } = scripted(({ model }) => notSupported(model), [listed('ones'), listed('good')]);
		const error = await failure(ask({ fallbackModels: ['two'] }));
		expect(error.message).toContain('model one is not supported');
		expect(error.facts.hint).toContain(
			'two (AssemblyAI did not answer the questions (400: model two is not supported)).',
		);
		expect(error.facts.hint).toMatch(/ Similar ones there: ones\.$/);
	});
});

describe('a transcript that is too long', () => {
	const tooLong = () => refused(400, 'model context limit exceeded');

	test('names the models that would hold it, by an estimate, the smallest first', async () => {
		const { ask } = scripted(tooLong, [
			listed('one', { context: 100_000 }),
			listed('huge', { context: 1_000_000 }),
			listed('large', { context: 200_000 }),
			listed('small', { context: 150_000 }),
		]);
		const { facts } = await failure(ask());
		expect(facts.hint).toBe(
			'The transcript is too long for this model. Choose a model with a larger context. Transcript, questions and answers are about 153,000 tokens, estimated from their length. In the region of the credential these would hold them: large (200,000), huge (1,000,000).',
		);
	});

	test('says so when no model would', async () => {
		const { ask } = scripted(tooLong, [listed('one')]);
		const { facts } = await failure(ask({}, { promptTokens: 3_000_000 }));
		expect(facts.hint).toContain('No model in the region of the credential holds that much');
	});

	test('says nothing of models that nobody could list', async () => {
		const { ask } = scripted(tooLong);
		const { facts } = await failure(ask());
		expect(facts.hint).toBe(
			'The transcript is too long for this model. Choose a model with a larger context.',
		);
	});
});
