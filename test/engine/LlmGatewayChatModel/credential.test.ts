import {
	CHAT_MODEL,
	CHAT_MODEL_CREDENTIAL,
	ChatModelBench,
} from '../../support/engine/chatModelBench';

let bench: ChatModelBench;

beforeAll(async () => {
	bench = await ChatModelBench.open();
});
afterEach(() => bench.sandbox.reset());
afterAll(async () => await bench.close());

const tested = async (values: ReturnType<ChatModelBench['values']>) =>
	await bench.harness.testCredential(CHAT_MODEL_CREDENTIAL, values);

test('the test of the credential sends one request, with the key', async () => {
	expect(await tested(bench.values())).toEqual({ ok: true, message: 'Connection successful!' });
	expect(bench.sandbox.requests).toMatchObject([
		{
			method: 'GET',
			path: '/v2/transcript',
			query: { limit: '1' },
			headers: { authorization: 'valid' },
		},
	]);
});

test('a wrong key and a wrong address are told apart', async () => {
	expect(await tested(bench.values('wrong'))).toEqual({
		ok: false,
		message: 'AssemblyAI does not accept this key. Is it from the region chosen here?',
	});
	const elsewhere = { ...bench.values(), speechToTextUrl: `${bench.sandbox.url}/elsewhere` };
	expect(await tested(elsewhere)).toEqual({
		ok: false,
		message: 'There is no AssemblyAI at this address. Check the Speech-to-Text URL.',
	});
});

test('requests go to the address of the Gateway, with the key', async () => {
	await bench.ask({});
	expect(bench.requests()).toMatchObject([{ headers: { authorization: 'valid' } }]);
	const elsewhere = { ...bench.values(), llmGatewayUrl: `${bench.sandbox.url}/elsewhere` };
	const asked = bench.ask({}, { [CHAT_MODEL_CREDENTIAL]: elsewhere });
	await expect(asked).rejects.toThrow('AssemblyAI did not answer the agent (404');
});

test('a key that is refused is told at the chat model', async () => {
	await expect(bench.ask({}, bench.credentials('wrong'))).rejects.toMatchObject({
		functionality: 'configuration-node',
		description: expect.stringContaining('Check the API key in the credential'),
	});
});

test('the form asks for the key, the region and addresses, and for no secret of call-backs', () => {
	const { properties = [] } = bench.harness.credentialType(CHAT_MODEL_CREDENTIAL);
	expect(properties.map(({ name }) => name)).toEqual([
		...['apiKey', 'region', 'speechToTextUrl', 'llmGatewayUrl'],
	]);
	expect(properties.at(-1)?.hint).toContain('LLM Gateway Chat Model');
});

describe('the list of models', () => {
	const data = [
		{ id: 'b-2', name: 'Beta', supported_parameters: ['tools'] },
		{ id: 'dumb-1', name: 'Alpha', supported_parameters: ['temperature'] },
		{ id: 'c-3', name: null, supported_parameters: null },
	];
	const found = async (filter?: string) => {
		const { results } = await bench.harness.listSearch(CHAT_MODEL, 'searchModels', {
			parameters: {},
			credentials: bench.credentials(),
			...(filter !== undefined && { filter }),
		});
		return results.map(({ name, value }) => [name, value]);
	};
	const serve = () =>
		bench.sandbox.fail({
			path: '/v1/models',
			fault: { kind: 'status', status: 200, body: { data } },
		});
	const beta = ['Beta', 'b-2'];
	const nameless = ['c-3', 'c-3'];
	const alpha = ['Alpha (calls no tools)', 'dumb-1'];

	test.each([
		[undefined, [beta, nameless, alpha]],
		['', [beta, nameless, alpha]],
		['BET', [beta]],
		['-1', [alpha]],
		['c-', [nameless]],
		['nothing', []],
	])('searched for %j', async (filter, expected) => {
		serve();
		expect(await found(filter)).toEqual(expected);
	});

	test('a list that cannot be read says so', async () => {
		bench.sandbox.fail({ path: '/v1/models', fault: { kind: 'status', status: 403, body: {} } });
		await expect(found()).rejects.toThrow('AssemblyAI did not list the models (status 403');
	});
});
