import { HostileService } from '../../../support/engine/hostileService';
import { Workbench } from '../../../support/engine/workbench';

let bench: Workbench;
let service: HostileService;

beforeAll(async () => {
	bench = await Workbench.open();
	service = await HostileService.open(() => ({ body: { id: 'job-1', status: 'queued' } }));
});
beforeEach(() => void service.seen.splice(0));
afterAll(async () => {
	await service.close();
	await bench.close();
});

const AUDIO = { source: 'url', audioUrl: 'https://a.example/call.mp3', waitMode: 'doNotWait' };

const transcribe = async (webhookUrl: unknown) =>
	await bench.transcribe(
		[{ json: { given: JSON.parse(JSON.stringify(webhookUrl)) } }],
		{ ...AUDIO, advancedOptions: { webhookUrl: '={{ $json.given }}' } },
		{ credentials: service.account() },
	);

const sent = () => service.submissions.map(({ body }): unknown => JSON.parse(body).webhook_url);

const HOOK = 'https://n8n.example/webhook/x';

test.each<[string, string]>([
	[HOOK, HOOK],
	[` ${HOOK}\n`, HOOK],
	[`${HOOK}?id=My Deal`, `${HOOK}?id=My%20Deal`],
	[`${HOOK}?id=a%20b&c=%2B`, `${HOOK}?id=a%20b&c=%2B`],
	[`${HOOK}?a=1&amp;b=2`, `${HOOK}?a=1&b=2`],
	['HTTPS://n8n.example/webhook/X', 'https://n8n.example/webhook/X'],
	['Http://n8n.example/a', 'http://n8n.example/a'],
	[`https://${HOOK}`, HOOK],
	[`\u200b${HOOK}\ufeff`, HOOK],
	[`"${HOOK}"`, HOOK],
	[`„${HOOK}“`, HOOK],
	[`<${HOOK}>`, HOOK],
	[`<${HOOK}|the hook>`, HOOK],
	[`[the hook](${HOOK})`, HOOK],
	['https://n8n.example/ü?n=é', 'https://n8n.example/ü?n=é'],
	// What would be a page of a file store as a recording is an address like any other here.
	['https://www.dropbox.com/s/x1/hook?dl=0', 'https://www.dropbox.com/s/x1/hook?dl=0'],
])('%j is understood', async (pasted, url) => {
	const result = await transcribe(pasted);
	expect(result.error('Node')?.message).toBeUndefined();
	expect(sent()).toEqual([url]);
});

test.each([null, '', '  ', []])('%j is as good as not set', async (given) => {
	const result = await transcribe(given);
	expect(result.error('Node')?.message).toBeUndefined();
	expect(sent()).toEqual([undefined]);
});

const NO_URL = 'it is not a URL that begins with http:// or https://';

test.each<[unknown, string]>([
	['""', 'it is empty'],
	['\u200b', 'it is empty'],
	[[HOOK], 'it is a list, and AssemblyAI calls one address: choose one of them'],
	[`${HOOK}, ${HOOK}`, 'it has several addresses, and AssemblyAI calls one: choose one of them'],
	[{ url: HOOK }, 'it is not a text; map the field that has the address'],
	['undefined', 'it is the word undefined: the expression found no address'],
	[
		`${HOOK}?id={{ $json.id }}`,
		'it is an expression that was not evaluated: switch the field from Fixed to Expression',
	],
	['n8n.example/webhook/x', 'its beginning is missing: write https:// before it'],
	['//n8n.example/webhook/x', 'its beginning is missing: write https:// before it'],
	['/webhook/x', NO_URL],
	['ftp://n8n.example/x', NO_URL],
	['mailto:me@a.example', NO_URL],
	['https://', NO_URL],
	['https://[::1', 'it is not a URL: its host cannot be read'],
])('%j is refused in words', async (given, fault) => {
	const result = await transcribe(given);
	expect(result.error('Node')?.message).toBe(
		`The parameter Advanced Options → Webhook URL cannot be used: ${fault} [item 0]`,
	);
	expect(service.lines).toEqual([]);
});

const refused = {
	description:
		'The Webhook URL has to be reachable from the internet: set the environment variable WEBHOOK_URL of n8n to the address that is, and copy the Production URL of the trigger again. Or remove Webhook URL and choose the wait mode Wait Until Finished.',
};

test.each([
	{ webhookUrl: 'http://localhost:5678/webhook/x' },
	{ webhookUrl: '<HTTP://n8n:5678/webhook/x>' },
	{ webhookUrl: 'https://192.168.0.9/webhook/x' },
	{ webhookUrl: 'http://[::1]:5678/webhook/x' },
	{ additionalParameters: '{"webhook_url":"http://n8n.local/webhook/x"}' },
])('AssemblyAI cannot call what is within a network: %j', async (advancedOptions) => {
	const result = await bench.transcribe(
		[{ json: {} }],
		{ ...AUDIO, advancedOptions },
		{ credentials: { assemblyAiAccountApi: { apiKey: 'k', region: 'us' } } },
	);
	expect(result.error('Node')).toMatchObject(refused);
	expect(result.error('Node')?.message).toMatch(
		/^AssemblyAI cannot call \S+, which is within a network \[item 0\]$/,
	);
});

test('a stand-in on the same machine can call it', async () => {
	await transcribe('http://localhost:5678/webhook/x');
	expect(sent()).toEqual(['http://localhost:5678/webhook/x']);
});
