import { Workbench } from '../../support/engine/workbench';

let bench: Workbench;

beforeAll(async () => {
	bench = await Workbench.open();
});
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

test('the test of a credential fails with a wrong key', async () => {
	expect(await bench.harness.testCredential('assemblyAiAccountApi', values('wrong'))).toMatchObject(
		{
			ok: false,
		},
	);
});
