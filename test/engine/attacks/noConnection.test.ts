import { once } from 'node:events';
import { createServer as createTlsServer } from 'node:https';
import { createServer, type Server } from 'node:net';
import { createCA, createCert } from 'mkcert';
import { portOf } from '../../../sandbox/server/portOf';
import { refusePrivateAddresses } from '../harness/host/ssrfProtection';
import { QUESTIONS } from '../../support/engine/callsBench';
import { Workbench } from '../../support/engine/workbench';

const ID = '9ea68fd3-f953-42c1-9742-976c447fb463';

let bench: Workbench;
let server: Server | undefined;

beforeAll(async () => {
	bench = await Workbench.open();
});
afterEach(() => {
	refusePrivateAddresses(false);
	bench.sandbox.reset();
	server?.close();
	server = undefined;
});
afterAll(async () => await bench.close());

async function listening(made: Server): Promise<number> {
	server = made;
	made.listen(0, '127.0.0.1');
	await once(made, 'listening');
	return portOf(made);
}

const account = (url: string) => ({
	assemblyAiAccountApi: {
		...{ apiKey: 'marked-key', region: 'custom' },
		...{ speechToTextUrl: url, llmGatewayUrl: url },
	},
});

async function failure(url: string) {
	const result = await bench.get(ID, { waitMode: 'doNotWait' }, { credentials: account(url) });
	expect(JSON.stringify(result.run)).not.toContain('marked-key');
	return result.error('Node');
}

test('a certificate of nobody whom n8n trusts is told, with what to do about it', async () => {
	const issuer = { organization: 'Nobody', countryCode: 'NN', state: '', locality: '' };
	const ca = await createCA({ ...issuer, validity: 1 });
	const certificate = await createCert({ ca, domains: ['127.0.0.1'], validity: 1 });
	const url = `https://127.0.0.1:${await listening(createTlsServer(certificate))}`;

	const error = await failure(url);
	expect(error?.message).toBe(
		`No reply from AssemblyAI at ${url}: its TLS certificate is not trusted [item 0]`,
	);
	expect(error?.description).toContain('NODE_EXTRA_CA_CERTS');
});

test('an address that begins with https though it speaks http is told', async () => {
	const url = bench.sandbox.url.replace('http:', 'https:');
	const error = await failure(url);
	expect(error?.message).toBe(
		`No reply from AssemblyAI at ${url}: no TLS connection could be made [item 0]`,
	);
	expect(error?.description).toContain('the right one of http:// and https://');
});

test('what is no HTTP at all is a lost connection', async () => {
	const url = `http://127.0.0.1:${await listening(createServer((socket) => socket.end('220 mail\r\n')))}`;
	expect((await failure(url))?.message).toBe(
		`No reply from AssemblyAI at ${url}: the connection was lost [item 0]`,
	);
});

describe('where n8n refuses private addresses', () => {
	const told = () =>
		`n8n did not send the request to AssemblyAI at ${bench.sandbox.url}: The request was blocked because it resolves to a restricted IP address`;

	beforeEach(() => refusePrivateAddresses(true));

	test('its own words are told at once, also where a transcript is waited for', async () => {
		const result = await bench.get(ID);
		expect(result.error('Node')?.message).toBe(`${told()} [item 0]`);
		expect(result.error('Node')?.description).toContain('ask your n8n administrator');
		expect(result.error('Node')?.description).toContain(`Transcript id: ${ID}.`);
	});

	test('a recording was not submitted, and nothing is looked for', async () => {
		const result = await bench.transcribe(
			[{ json: {} }],
			{ source: 'url', audioUrl: 'https://example.com/call.mp3' },
			{ node: { onError: 'continueErrorOutput' } },
		);
		expect(result.failures[0]?.message).toMatch(told());
		expect(bench.sandbox.requests).toEqual([]);
	});

	test('one call tells it for all that are asked across', async () => {
		const calls = ['1', '2', '3'].map((end) => ({
			json: { transcriptId: `${ID.slice(1)}${end}` },
		}));
		const result = await bench.ask(calls, {
			operation: 'askAcrossCalls',
			transcriptSource: 'transcriptId',
			transcriptId: { __rl: true, mode: 'id', value: '={{ $json.transcriptId }}' },
			questions: QUESTIONS,
		});
		expect(result.error('Node')?.message).toBe(`${told()} [item 0]`);
	});
});
