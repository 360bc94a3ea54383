import { Workbench } from '../../support/engine/workbench';

let bench: Workbench;

beforeAll(async () => {
	bench = await Workbench.open();
});
afterEach(() => bench.sandbox.reset());
afterAll(async () => await bench.close());

const values = (apiKey: string) => ({
	apiKey,
	region: 'custom',
	speechToTextUrl: bench.sandbox.url,
	llmGatewayUrl: bench.sandbox.url,
});

test('the test of a credential passes with the right key', async () => {
	expect(
		await bench.harness.testCredential('assemblyAiAccountApi', values(bench.sandbox.apiKey)),
	).toMatchObject({ ok: true });
	const [request] = bench.sandbox.requestsTo('GET', '/v2/transcript');
	expect(request).toMatchObject({ query: { limit: '1' }, headers: { authorization: 'valid' } });
});

test('the test of a credential says what may be wrong with a key', async () => {
	expect(await bench.harness.testCredential('assemblyAiAccountApi', values('wrong'))).toEqual({
		ok: false,
		message: 'AssemblyAI does not accept this key. Is it from the region chosen here?',
	});
});

test('the test of a credential says when something else is at the address', async () => {
	const elsewhere = { ...values('any'), speechToTextUrl: `${bench.sandbox.url}/elsewhere` };
	expect(await bench.harness.testCredential('assemblyAiAccountApi', elsewhere)).toEqual({
		ok: false,
		message: 'There is no AssemblyAI at this address. Check the Speech-to-Text URL.',
	});
});
