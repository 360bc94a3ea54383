import { hurryClock, type HurriedClock } from '../../../tools/chaos/hurriedClock';
import { HostileService, type Answer } from '../../support/engine/hostileService';
import { Workbench } from '../../support/engine/workbench';

const ID = '9ea68fd3-f953-42c1-9742-976c447fb463';
const ANOTHER = '00000000-0000-4000-8000-000000000000';
const upload = (name: string) =>
	`https://cdn.assemblyai.com/upload/0123456789abcdef0123456789abcdef/${name}`;
const OURS = upload('11111111-1111-4111-8111-111111111111');
const THEIRS = upload('22222222-2222-4222-8222-222222222222');

let bench: Workbench;
let clock: HurriedClock;
let service: HostileService | undefined;

beforeAll(async () => {
	bench = await Workbench.open();
	// A lost job is looked for during minutes.
	clock = hurryClock(200);
});
afterEach(async () => {
	await service?.close();
	service = undefined;
});
afterAll(async () => {
	clock.setRight();
	await bench.close();
});

interface World {
	/** What a submission is answered, by its number. */
	submission: (nth: number) => Answer | 'dropped';
	/** How many of them become jobs. */
	isTaken?: (nth: number) => boolean;
	/** Pages of the list that do not show the job yet. */
	hiddenFor?: number;
	/** What a look at a job is answered before it is seen. */
	looks?: Answer[];
}

const queued = (extra: object = {}) => ({ id: ID, status: 'queued', audio_url: OURS, ...extra });

/** A service with one upload and its job, whose replies are spoilt. */
async function open({ submission, isTaken = () => true, hiddenFor = 0, looks = [] }: World) {
	let [submissions, lists, jobs] = [0, 0, 0];
	const left = [...looks];
	service = await HostileService.open(({ method, path }, response) => {
		if (path === '/v2/upload') return { body: { upload_url: OURS } };
		if (method === 'POST') {
			submissions++;
			if (isTaken(submissions)) jobs++;
			const answer = submission(submissions);
			if (answer !== 'dropped') return answer;
			response.destroy();
			return undefined;
		}
		if (path === '/v2/transcript') {
			const isShown = jobs > 0 && ++lists > hiddenFor;
			const job = { ...queued(), status: 'processing', created: new Date().toISOString() };
			return { body: { page_details: { prev_url: null }, transcripts: isShown ? [job] : [] } };
		}
		const body = { id: ID, status: 'completed', text: 'Hello.', audio_url: OURS };
		return left.shift() ?? { body };
	});
	const account = service.account();
	return {
		service,
		run: async (options = {}) =>
			await bench.transcribe([await bench.recording()], {}, { credentials: account, ...options }),
		jobs: () => jobs,
	};
}

describe('a job is found and not paid for again after a submission that is answered with', () => {
	test.each<[string, Answer | 'dropped']>([
		['a connection that is cut', 'dropped'],
		['a web page', { body: '<!doctype html><p>Please wait' }],
		['half a reply', { body: `{"id":"${ID}","sta` }],
		['nothing', { body: '' }],
		['nothing, and the status 204', { status: 204 }],
		['null', { body: null }],
		['a list', { body: [queued()] }],
		['a number as the ID', { body: queued({ id: 17 }) }],
		['no ID', { body: queued({ id: null }) }],
		['a path as the ID', { body: queued({ id: '../upload' }) }],
		['an ID of 1 MB', { body: queued({ id: 'x'.repeat(1_000_000) }) }],
		['the job of another upload', { body: queued({ id: ANOTHER, audio_url: THEIRS }) }],
		['an error with status 200', { body: { error: 'Something went wrong' } }],
		['status 500', { status: 500, body: { error: 'Server error' } }],
		['status 502 and a page', { status: 502, body: '<html>Bad Gateway</html>' }],
		['status 504 and nothing', { status: 504, body: '' }],
		['status 408', { status: 408, body: '' }],
		['status 503 and a pause', { status: 503, headers: { 'retry-after': '1' }, body: '' }],
		['bytes that are no gzip', { headers: { 'content-encoding': 'gzip' }, body: 'no gzip' }],
	])('%s', async (_, answer) => {
		const { run, service: seen, jobs } = await open({ submission: () => answer, hiddenFor: 2 });
		const result = await run();
		expect(result.error('Node')?.message).toBeUndefined();
		expect(result.output[0]?.json).toMatchObject({ transcriptId: ID, text: 'Hello.' });
		expect([jobs(), seen.submissions.length]).toEqual([1, 1]);
	});
});

describe('a reply to a submission that is right counts, whatever stands beside it', () => {
	test.each<[string, object]>([
		['its ID in capitals', { id: ID.toUpperCase() }],
		['a status that is not known', { status: 'created' }],
		['a number as the address', { audio_url: 7 }],
		['no address', { audio_url: undefined }],
		['an address that was signed', { audio_url: `${OURS}?X-Amz-Signature=0` }],
		['an address of another host', { audio_url: 'https://store.example/recording' }],
		['a list of words that is none', { words: null, utterances: null, confidence: 'low' }],
	])('%s', async (_, extra) => {
		const { run, service: seen } = await open({ submission: () => ({ body: queued(extra) }) });
		const result = await run();
		expect(result.output[0]?.json).toMatchObject({ text: 'Hello.' });
		expect(seen.submissions).toHaveLength(1);
		expect(seen.lines).not.toContain('GET /v2/transcript');
	});
});

test('a list that shows the job only after most of two minutes is waited for', async () => {
	const { run, service: seen } = await open({ submission: () => 'dropped', hiddenFor: 6 });
	const result = await run();
	expect(result.output[0]?.json).toMatchObject({ transcriptId: ID });
	expect(seen.submissions).toHaveLength(1);
});

test('a job that was never taken is sent once more, after the list has stayed empty', async () => {
	const {
		run,
		service: seen,
		jobs,
	} = await open({
		submission: (nth) => (nth === 1 ? 'dropped' : { body: queued() }),
		isTaken: (nth) => nth > 1,
	});
	const result = await run();
	expect(result.output[0]?.json).toMatchObject({ transcriptId: ID });
	expect([jobs(), seen.submissions.length]).toEqual([1, 2]);
	const looks = seen.lines.filter((line) => line === 'GET /v2/transcript');
	expect(looks.length).toBeGreaterThan(5);
});

test.each([1, 4])('"not found" for an accepted job %i times does not lose it', async (times) => {
	const notFound = {
		status: 400,
		body: { error: 'Transcript lookup error, transcript id not found' },
	};
	const { run, service: seen } = await open({
		submission: () => ({ body: queued() }),
		looks: Array<Answer>(times).fill(notFound),
	});
	const result = await run();
	expect(result.output[0]?.json).toMatchObject({ transcriptId: ID, text: 'Hello.' });
	expect(seen.submissions).toHaveLength(1);
});

test('Retry On Fail after looks that fail for good takes the job up again', async () => {
	const { run, service: seen } = await open({
		submission: () => ({ body: queued() }),
		looks: Array<Answer>(2).fill({ status: 403, body: { error: 'Forbidden' } }),
	});
	const result = await run({ node: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } });
	expect(result.output[0]?.json).toMatchObject({ transcriptId: ID });
	expect(seen.submissions).toHaveLength(1);
});

test.each([
	['a year', String(365 * 24 * 3600)],
	['a date in a hundred years', 'Fri, 01 Jan 2126 00:00:00 GMT'],
	['a number without end', '9'.repeat(300)],
])('Retry-After of %s on a submission is told, and nothing is sent again', async (_, header) => {
	const { run, service: seen } = await open({
		submission: () => ({
			status: 429,
			headers: { 'retry-after': header },
			body: { error: 'Slow' },
		}),
		isTaken: () => false,
	});
	const result = await run();
	expect(result.error('Node')?.message).toMatch(
		/^AssemblyAI did not accept the recording \(429: Slow\) and asked for a pause of [\d.e+]+ hours, which is too long to wait for \[item 0\]$/,
	);
	expect(seen.submissions).toHaveLength(1);
});

test.each(['-5', 'soon', '0', '1, 2', '0x2', '1e1'])(
	'Retry-After of %j on a submission is no reason to stop',
	async (header) => {
		const {
			run,
			service: seen,
			jobs,
		} = await open({
			submission: (nth) =>
				nth > 1
					? { body: queued() }
					: { status: 429, headers: { 'retry-after': header }, body: { error: 'Slow' } },
			isTaken: (nth) => nth > 1,
		});
		const result = await run();
		expect(result.output[0]?.json).toMatchObject({ transcriptId: ID });
		expect([jobs(), seen.submissions.length]).toEqual([1, 2]);
	},
);
