import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { hurryClock } from '../../../tools/chaos/hurriedClock';
import { HostileService, type Answer } from '../../support/engine/hostileService';
import { Workbench } from '../../support/engine/workbench';

const ID = '9ea68fd3-f953-42c1-9742-976c447fb463';
const OTHER = '00000000-0000-4000-8000-000000000000';

let bench: Workbench;
let service: HostileService;

beforeAll(async () => {
	bench = await Workbench.open();
});
afterEach(async () => await service.close());
afterAll(async () => await bench.close());

const finished = (extra: object = {}) => ({
	id: ID,
	status: 'completed',
	text: 'Hello.',
	...extra,
});

async function got(answer: Answer, parameters = {}) {
	service = await HostileService.open(() => answer);
	return await bench.get(
		ID,
		{ waitMode: 'doNotWait', ...parameters },
		{ credentials: service.account() },
	);
}

const CANNOT_BE_READ =
	'AssemblyAI was asked to return the transcript and sent a reply that cannot be read';

describe('a reply that is not what was asked for is refused', () => {
	test.each<[string, unknown, string]>([
		['another transcript', finished({ id: OTHER }), `sent another one, ${OTHER}`],
		['an ID that begins like it', finished({ id: `${ID}0` }), `sent another one, ${ID}0`],
		['an ID of 1 MB', finished({ id: 'x'.repeat(1_000_000) }), `another one, ${'x'.repeat(60)}…`],
		['null', null, CANNOT_BE_READ],
		['a list', [finished()], CANNOT_BE_READ],
		['a number', '5', CANNOT_BE_READ],
		['a text', '"completed"', CANNOT_BE_READ],
		['nothing', '', CANNOT_BE_READ],
		['a number as the ID', finished({ id: 5 }), `${CANNOT_BE_READ} (id: `],
		['a list as the ID', finished({ id: [ID] }), `${CANNOT_BE_READ} (id: `],
		['no ID', finished({ id: null }), `${CANNOT_BE_READ} (id: `],
		['a number as the status', finished({ status: 7 }), `${CANNOT_BE_READ} (status: `],
		['a list as the text', finished({ text: ['Hello.'] }), `${CANNOT_BE_READ} (text: `],
		[
			'words without times',
			finished({ words: [{ text: 'Hello.' }] }),
			`${CANNOT_BE_READ} (words: `,
		],
		['an object in place of utterances', finished({ utterances: {} }), `${CANNOT_BE_READ} (utter`],
		['UTF-16', Buffer.from(JSON.stringify(finished()), 'utf16le'), CANNOT_BE_READ],
	])('%s', async (_, body, told) => {
		const result = await got({ body });
		expect(result.output).toEqual([]);
		const message = result.error('Node')?.message ?? '';
		expect(message).toContain(told);
		expect(message.length).toBeLessThan(600);
		expect(service.lines).toEqual([`GET /v2/transcript/${ID}`]);
	});
});

describe('a finished transcript arrives, whatever stands beside it', () => {
	test.each<[string, Answer]>([
		['a mark of byte order', { body: Buffer.from(`\ufeff${JSON.stringify(finished())}`) }],
		['its ID in capitals', { body: finished({ id: ID.toUpperCase() }) }],
		['a number as text', { body: finished({ confidence: '0.9', audio_duration: '12' }) }],
		['a list as the language', { body: finished({ language_code: ['en'] }) }],
		['a text as metadata', { body: finished({ metadata: 'none' }) }],
		['an object as warnings', { body: finished({ metadata: { warnings: {} } }) }],
		['a number as the address', { body: finished({ audio_url: 5, speech_model_used: {} }) }],
		['lists within lists', { body: `{"a":${'['.repeat(9_000)}${']'.repeat(9_000)},${end()}` }],
		['__proto__', { body: `{"__proto__":{"id":"x","status":"error"},${end()}` }],
		['every header twice', { body: finished(), headers: { 'x-a': ['1', '2'], vary: ['a', 'b'] } }],
		['another type of content', { body: finished(), headers: { 'content-type': 'text/html' } }],
		['gzip', zipped('gzip', gzipSync)],
		['brotli', zipped('br', brotliCompressSync)],
		['deflate', zipped('deflate', deflateSync)],
	])('%s', async (_, answer) => {
		const result = await got(answer);
		expect(result.error('Node')?.message).toBeUndefined();
		expect(result.output[0]?.json).toMatchObject({ status: 'completed', text: 'Hello.' });
	});
});

function end() {
	return JSON.stringify(finished()).slice(1);
}

function zipped(encoding: string, zip: (text: string) => Buffer): Answer {
	return { body: zip(JSON.stringify(finished())), headers: { 'content-encoding': encoding } };
}

test('a reason that is an object is still told', async () => {
	const result = await got(
		{ body: { id: ID, status: 'error', error: { code: 7, why: 'boom' } } },
		{
			waitMode: 'poll',
		},
	);
	expect(result.error('Node')?.message).toBe(
		'AssemblyAI could not transcribe this recording: {"code":7,"why":"boom"} [item 0]',
	);
});

test('a wait tells what kept it from seeing the transcript', async () => {
	service = await HostileService.open(() => ({ body: finished({ words: 'none' }) }));
	const clock = hurryClock(100);
	const result = await bench.get(
		ID,
		{ options: { timeoutMinutes: 0.1 } },
		{ credentials: service.account() },
	);
	clock.setRight();
	expect(result.error('Node')?.message).toBe(
		'The transcript was not finished within the time limit of 6 seconds (last status: unknown) [item 0]',
	);
	expect(result.error('Node')?.description).toContain(
		`The last look at it failed: ${CANNOT_BE_READ} (words: it is not a list of words with their times). AssemblyAI goes on with transcript ${ID}`,
	);
});

test('a state that nobody knows is one like processing, told when the time is up, and cut', async () => {
	const status = `paused ${'x'.repeat(1_000_000)}`;
	service = await HostileService.open(() => ({ body: { id: ID, status } }));
	const clock = hurryClock(100);
	const result = await bench.get(
		ID,
		{ options: { timeoutMinutes: 2 } },
		{ credentials: service.account(), node: { onError: 'continueErrorOutput' } },
	);
	clock.setRight();
	expect(service.lines.length).toBeGreaterThan(1);
	expect(result.failures[0]?.message).toContain('(last status: paused xxx');
	expect(JSON.stringify(result.failed).length).toBeLessThan(3_000);
});

describe('what a refusal says is cut to what one reads', () => {
	test.each<[string, Answer]>([
		['a sentence of 1 MB', { status: 400, body: { error: 'x'.repeat(1_000_000) } }],
		['a list of errors', { status: 400, body: { metadata: { errors: Array(9_999).fill('no') } } }],
		['a page of scripts', { status: 400, body: '<script>'.repeat(100_000) }],
		['a request ID of 1 MB', { status: 400, body: { error: 'no', request_id: 'x'.repeat(1e6) } }],
		['a reason in its headers', { status: 400, headers: { 'x-request-id': 'x'.repeat(9_000) } }],
	])('%s', async (_, answer) => {
		service = await HostileService.open(() => answer);
		const result = await bench.harness.runNode({
			type: 'assemblyAiTranscribe',
			parameters: {
				...{ resource: 'transcript', operation: 'search', words: 'map' },
				transcriptId: { __rl: true, mode: 'id', value: ID },
			},
			items: [{ json: {} }],
			credentials: service.account(),
			node: { onError: 'continueErrorOutput' },
		});
		expect(result.failures).toHaveLength(1);
		expect(JSON.stringify(result.failed).length).toBeLessThan(1_500);
	});
});
