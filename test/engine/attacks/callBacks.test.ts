import { SECRET_HEADER } from '../../../nodes/shared/webhook/secret';
import { HostileService, type Answer } from '../../support/engine/hostileService';
import { Workbench } from '../../support/engine/workbench';

const TRIGGER = 'assemblyAiTrigger';
const SECRET = 'open-sesame';
const ID = '9ea68fd3-f953-42c1-9742-976c447fb463';
const OTHER = '00000000-0000-4000-8000-000000000000';

let bench: Workbench;
let service: HostileService;
let answer: Answer;

beforeAll(async () => {
	bench = await Workbench.open();
});
beforeEach(async () => {
	answer = { body: { id: ID, status: 'completed', text: 'Hello.' } };
	service = await HostileService.open(() => answer);
});
afterEach(async () => await service.close());
afterAll(async () => await bench.close());

const called = (
	body: unknown = { transcript_id: ID, status: 'completed' },
	header?: string | string[],
) => ({
	body,
	headers: header === undefined ? {} : { [SECRET_HEADER]: header },
});

const withSecret = (webhookSecret = SECRET) => ({
	credentials: service.account({ webhookSecret }),
});
const open = () => ({
	credentials: service.account(),
	parameters: { acceptCallsWithoutSecret: true },
});

describe('a call with a secret that is not the right one', () => {
	test.each<[string, string | string[] | undefined]>([
		['none', undefined],
		['another one', 'guess'],
		['the right one and more', `${SECRET}x`],
		['its beginning', SECRET.slice(0, -1)],
		['the right one in capitals', SECRET.toUpperCase()],
		['nothing', ''],
		['spaces', '   '],
		['the right one twice', [SECRET, SECRET]],
		['a list of the right one', [SECRET]],
		['the right one twice in one line', `${SECRET}, ${SECRET}`],
		['1 MB', 'x'.repeat(1_000_000)],
	])('%s, is answered 403, and costs no request', async (_, header) => {
		const told = await bench.harness.callWebhook(TRIGGER, withSecret(), called(undefined, header));
		expect(told).toMatchObject({ status: 403, items: undefined });
		expect(service.lines).toEqual([]);
	});

	test('is answered 403 where the secret is made of spaces', async () => {
		const told = await bench.harness.callWebhook(
			TRIGGER,
			withSecret('   '),
			called(undefined, ' '),
		);
		expect(told).toMatchObject({ status: 403, items: undefined });
		expect(service.lines).toEqual([]);
		await expect(bench.harness.publish(TRIGGER, withSecret('   '))).rejects.toMatchObject({
			message: 'The AssemblyAI credential has no Webhook Secret',
		});
	});
});

describe('a body that is no call-back of AssemblyAI', () => {
	test.each<[string, unknown]>([
		['an empty one', {}],
		['null', null],
		['a text', 'completed'],
		['a list', [{ transcript_id: ID, status: 'completed' }]],
		['no ID', { status: 'completed' }],
		['an ID of 1 MB', { transcript_id: 'x'.repeat(1_000_000), status: 'completed' }],
		['a path', { transcript_id: '../upload', status: 'completed' }],
		['a path, encoded', { transcript_id: '..%2fupload', status: 'completed' }],
		['a dot', { transcript_id: '.', status: 'completed' }],
		['a query', { transcript_id: `${ID}?x=1`, status: 'completed' }],
		['a line break', { transcript_id: `${ID}\n`, status: 'completed' }],
		['a list as the ID', { transcript_id: [ID], status: 'completed' }],
		['an object as the ID', { transcript_id: { toString: ID }, status: 'completed' }],
		['a number as the ID', { transcript_id: 7, status: 'completed' }],
		['no status', { transcript_id: ID }],
		['another status', { transcript_id: ID, status: 'queued' }],
		['redacted audio without a host', audio('https://')],
		['redacted audio at a host that is none', audio('http://[')],
		['redacted audio at a port that is none', audio('https://s3.amazonaws.com:99999/a')],
		['redacted audio in a file', audio('file:///etc/passwd')],
		[
			'redacted audio as a list',
			{ redacted_audio_url: ['https://a'], status: 'redacted_audio_ready' },
		],
	])('%s, is answered 400, and fails no execution', async (_, body) => {
		const options = {
			...withSecret(),
			parameters: { events: ['transcriptCompleted', 'redactedAudioReady'] },
		};
		const told = await bench.harness.callWebhook(TRIGGER, options, called(body, SECRET));
		expect(told).toMatchObject({ status: 400, items: undefined });
		expect(service.lines).toEqual([]);
	});
});

function audio(url: string) {
	return { redacted_audio_url: url, status: 'redacted_audio_ready' };
}

test.each([
	'https://evil.example/a.mp3',
	'https://assemblyai.com.evil.example/a.mp3',
	'https://assemblyai.com@evil.example/a.mp3',
	'https://evil.example\\@s3.amazonaws.com/a.mp3',
	'https://evilassemblyai.com/a.mp3',
	'https://api.assemblyai.com./a.mp3',
	'http://s3.amazonaws.com/a.mp3',
	'https://169.254.169.254/latest',
	'https://[::1]/a.mp3',
	'https://EVIL.example/?https://s3.amazonaws.com/',
])('redacted audio at %s is not believed', async (url) => {
	const options = { ...withSecret(), parameters: { events: ['redactedAudioReady'] } };
	const told = await bench.harness.callWebhook(TRIGGER, options, called(audio(url), SECRET));
	expect(told).toMatchObject({ status: 403, items: undefined });
});

describe('what AssemblyAI says when it is asked decides', () => {
	test.each<[string, Answer, number]>([
		['another transcript', { body: { id: OTHER, status: 'completed' } }, 503],
		['another status', { body: { id: ID, status: 'processing' } }, 503],
		['a failed one', { body: { id: ID, status: 'error' } }, 503],
		['a web page', { body: '<p>Sign in' }, 503],
		['null', { body: null }, 503],
		['status 500', { status: 500, body: '' }, 503],
		['a rate limit', { status: 429, headers: { 'retry-after': '9999' }, body: '' }, 503],
		[
			'an unknown one, which may not be visible yet',
			{ status: 404, body: { error: 'Not found' } },
			503,
		],
	])('%s', async (_, said, status) => {
		answer = said;
		const told = await bench.harness.callWebhook(TRIGGER, withSecret(), called(undefined, SECRET));
		expect(told).toMatchObject({ status, items: undefined });
		expect(service.lines).toEqual([`GET /v2/transcript/${ID}`]);
	});

	test.each([401, 403, 302])(
		'a refusal with %i makes no failed execution where anybody may call',
		async (status) => {
			answer = { status, headers: { location: 'https://evil.example/' }, body: { error: 'No' } };
			const told = await bench.harness.callWebhook(TRIGGER, open(), called());
			expect(told).toMatchObject({ status: 503, items: undefined });
		},
	);
});

describe('a call-back that comes again', () => {
	const starts = async (bodies: object[], options: () => ReturnType<typeof open>) => {
		const staticData = {};
		let started = 0;
		for (const body of bodies) {
			const run = { ...options(), staticData };
			const header = 'webhookSecret' in Object(run.credentials.assemblyAiAccountApi) ? SECRET : [];
			const { status, items } = await bench.harness.callWebhook(TRIGGER, run, called(body, header));
			expect(status).toBe(200);
			if (items !== undefined) started++;
		}
		return started;
	};
	const body = (transcriptId = ID) => ({ transcript_id: transcriptId, status: 'completed' });

	test('starts the workflow once', async () => {
		const secured = () => ({ ...withSecret(), parameters: { acceptCallsWithoutSecret: false } });
		expect(await starts([body(), body(), body()], secured)).toBe(1);
		expect(service.lines).toHaveLength(1);
	});

	test('starts it once where anybody may call, in whatever case its ID is written', async () => {
		const spellings = [ID, ID.toUpperCase(), ID.replace('f', 'F'), ID];
		expect(await starts(spellings.map(body), open)).toBe(1);
		expect(service.lines).toHaveLength(1);
	});
});

// The last one: the looks of this minute are used up by it.
test('a thousand forged calls where anybody may call cost no more than sixty looks', async () => {
	answer = { status: 404, body: { error: 'Not found' } };
	const statuses = new Set<number>();
	for (let call = 0; call < 1_000; call++) {
		const body = { transcript_id: `forged-${call % 500}`, status: 'completed' };
		statuses.add((await bench.harness.callWebhook(TRIGGER, open(), called(body))).status);
	}
	expect([...statuses].sort()).toEqual([404, 503]);
	expect(service.lines.length).toBeLessThanOrEqual(60);
});
