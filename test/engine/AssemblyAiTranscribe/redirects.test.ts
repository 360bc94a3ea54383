import { createServer, type RequestListener } from 'node:http';
import { Workbench } from '../../support/engine/workbench';
import { portOf } from '../../../sandbox/server/portOf';

let bench: Workbench;

beforeAll(async () => {
	bench = await Workbench.open();
});
afterAll(async () => await bench.close());

const ID = '9ea68fd3-f953-42c1-9742-976c447fb463';

async function server(handle: RequestListener) {
	const seen: string[] = [];
	const listening = createServer((request, response) => {
		seen.push(`${request.method} ${request.url}`);
		handle(request, response);
	});
	await new Promise<void>((ready) => listening.listen(0, '127.0.0.1', ready));
	return {
		seen,
		url: `http://127.0.0.1:${portOf(listening)}`,
		close: async () => await new Promise((closed) => listening.close(closed)),
	};
}

/** A server that sends everybody on to another one, which would answer anything. */
async function redirecting(status: number) {
	const target = await server((_, response) => {
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ id: ID, status: 'completed', text: 'Hello.' }));
	});
	const asked = await server((request, response) => {
		request.resume();
		response.writeHead(status, { location: `${target.url}${request.url}` }).end();
	});
	return {
		asked,
		target,
		credential: {
			apiKey: 'secret-key',
			region: 'custom',
			speechToTextUrl: asked.url,
			llmGatewayUrl: asked.url,
		},
		close: async () => {
			await asked.close();
			await target.close();
		},
	};
}

test.each([301, 302, 303, 307, 308])(
	'a redirect with status %i does not take the API key to another server',
	async (status) => {
		const { asked, target, credential, close } = await redirecting(status);

		const result = await bench.get(ID, {}, { credentials: { assemblyAiAccountApi: credential } });
		await close();

		expect(target.seen).toEqual([]);
		expect(asked.seen).toEqual([`GET /v2/transcript/${ID}`]);
		const error = result.error('Node');
		expect(error?.message).toBe(
			`AssemblyAI did not return the transcript: ${asked.url} sends on to ${target.url} (status ${status}), which was not followed [item 0]`,
		);
		expect(error?.description).toContain(`enter ${target.url} as`);
	},
);

test('a submission that is redirected is sent once, and nothing is looked for', async () => {
	const { asked, target, credential, close } = await redirecting(307);

	const result = await bench.transcribe(
		[{ json: {} }],
		{ source: 'url', audioUrl: 'https://example.com/call.mp3' },
		{ credentials: { assemblyAiAccountApi: credential } },
	);
	await close();

	expect(asked.seen).toEqual(['POST /v2/transcript']);
	expect(target.seen).toEqual([]);
	expect(result.error('Node')?.message).toContain('AssemblyAI did not accept the recording');
});

test.each([301, 302, 303, 307, 308])(
	'the test of a credential does not follow a redirect with status %i, and says so',
	async (status) => {
		const { asked, target, credential, close } = await redirecting(status);

		const tested = await bench.harness.testCredential('assemblyAiAccountApi', credential);
		await close();

		expect(asked.seen).toHaveLength(1);
		expect(target.seen).toEqual([]);
		expect(tested).toEqual({
			ok: false,
			message: `This address sends on to another one (status ${status}), which is not followed, since it would get the API key. Check the Speech-to-Text URL: does it begin with http:// in the place of https://?`,
		});
	},
);
