import { serveFile } from '../../../support/engine/serveFile';
import { sampleCall, Workbench } from '../../../support/engine/workbench';

let bench: Workbench;
let afterRequest: () => void;

beforeAll(async () => {
	bench = await Workbench.open({ log: () => afterRequest() });
});
beforeEach(() => {
	afterRequest = () => undefined;
});
afterEach(() => bench.sandbox.reset());
afterAll(async () => await bench.close());

const retrying = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
const TRANSCRIPT = /^\/v2\/transcript\/[^/]+$/;

/** The job is taken, but the given number of looks at it fail; by default in a way that does not pass. */
const hideJob = (looks: number, status = 401) =>
	bench.sandbox.fail({
		method: 'GET',
		path: TRANSCRIPT,
		times: looks,
		fault: { kind: 'status', status, body: { error: 'Authentication error' } },
	});

/** No job can be seen, which fails the run, but not before so many are taken: a failure begins nothing new. */
function hideJobsOnceTaken(jobs: number): void {
	hideJob(Infinity, 503);
	afterRequest = () => {
		if (bench.acceptedSubmissions().length < jobs) return;
		afterRequest = () => undefined;
		bench.sandbox.clearFaults();
		hideJob(Infinity);
	};
}

test('Retry On Fail takes the job up again instead of paying for it twice', async () => {
	hideJob(2);
	const { status, output } = await bench.transcribe(
		[await bench.recording()],
		{},
		{ node: retrying },
	);

	expect(status).toBe('success');
	expect(output[0]?.json.status).toBe('completed');
	expect(bench.acceptedSubmissions()).toHaveLength(1);
	expect(bench.sandbox.requestsTo('POST', '/v2/upload')).toHaveLength(1);
});

test('Retry On Fail with an item for the failure does so as well', async () => {
	// One look for each item: n8n tries again only when the first of the items failed.
	hideJob(2);
	const { status, output } = await bench.transcribe(
		[await bench.recording(), await bench.recording()],
		{},
		{
			node: { ...retrying, onError: 'continueRegularOutput' },
		},
	);

	expect(status).toBe('success');
	expect(output.map(({ json }) => json.status)).toEqual(['completed', 'completed']);
	expect(bench.acceptedSubmissions()).toHaveLength(2);
});

test('"Retry execution" takes up the jobs of all items, also of those that had not failed', async () => {
	const items = [await bench.recording(), await bench.recording(), await bench.recording()];
	hideJobsOnceTaken(items.length);
	const failed = await bench.transcribe(items);
	expect(failed.status).toBe('error');
	expect(bench.acceptedSubmissions()).toHaveLength(3);
	bench.sandbox.clearFaults();

	const retried = await bench.transcribe(items, {}, { retryOf: failed.run.data });

	expect(retried.status).toBe('success');
	expect(retried.output.map(({ json }) => json.status)).toEqual([
		'completed',
		'completed',
		'completed',
	]);
	expect(bench.acceptedSubmissions()).toHaveLength(3);
});

test('the message of a failed run names the transcripts of its other items', async () => {
	bench.sandbox.fail({
		method: 'POST',
		path: '/v2/transcript',
		// The last to come: a failure before would keep the others from being submitted.
		nth: 3,
		fault: {
			kind: 'status',
			status: 400,
			body: { error: 'Your current account balance is negative.' },
		},
	});
	const items = [await bench.recording(), await bench.recording(), await bench.recording()];

	const { error } = await bench
		.transcribe(items)
		.then((result) => ({ error: result.error('Node') }));

	expect(error?.message).toMatch(
		/^AssemblyAI did not accept the recording \(400: Your current account balance is negative\.\) \[item \d\]$/,
	);
	expect(error?.description).toMatch(
		/Other recordings of this run were submitted and are taken up again on a retry: item \d: [0-9a-f-]{36}, item \d: [0-9a-f-]{36}\./,
	);
});

test('a retry that cannot look at the jobs of the first try names them all again', async () => {
	const items = [await bench.recording(), await bench.recording(), await bench.recording()];
	hideJobsOnceTaken(items.length);
	const named = (run: Awaited<ReturnType<typeof bench.transcribe>>) =>
		new Set(run.error('Node')?.description?.match(/[0-9a-f-]{36}/g));
	const failed = await bench.transcribe(items);
	expect(named(failed).size).toBe(3);

	const retried = await bench.transcribe(items, {}, { retryOf: failed.run.data });

	expect(retried.status).toBe('error');
	expect(named(retried)).toEqual(named(failed));
});

test('a job that ended in an error is submitted anew, since it was not billed', async () => {
	bench.sandbox.fail({
		method: 'POST',
		path: '/v2/transcript',
		fault: { kind: 'jobError', error: 'Server error, developers have been alerted' },
	});
	const { status } = await bench.transcribe([await bench.recording()], {}, { node: retrying });

	expect(status).toBe('success');
	expect(bench.acceptedSubmissions()).toHaveLength(2);
});

test('a lost reply to the submission of a file is found again by its upload', async () => {
	bench.sandbox.fail({ method: 'POST', path: '/v2/transcript', fault: { kind: 'lostReply' } });

	const { status, output } = await bench.transcribe([await bench.recording()]);

	expect(status).toBe('success');
	expect(output[0]?.json.status).toBe('completed');
	expect(bench.acceptedSubmissions()).toHaveLength(1);
});

test("a lost reply to the submission of a user's own URL fails and names the candidates", async () => {
	bench.sandbox.fail({ method: 'POST', path: '/v2/transcript', fault: { kind: 'lostReply' } });
	const { url, close } = await serveFile(sampleCall, 'audio/mpeg');

	const { failures } = await bench.transcribe(
		[{ json: {} }],
		{ source: 'url', audioUrl: url },
		{ node: { onError: 'continueErrorOutput' } },
	);
	await close();

	expect(bench.acceptedSubmissions()).toHaveLength(1);
	expect(failures[0]?.message).toMatch(
		/^AssemblyAI's reply to the submission was lost, and it cannot be told whether the job was accepted: .+ The account has these transcripts of the same URL: [0-9a-f-]{36} \(/,
	);
	expect(failures[0]?.transcriptId).toMatch(/^[0-9a-f-]{36}$/);
});

test('a rate limit is waited out, and the recording is still submitted once', async () => {
	bench.sandbox.fail({
		method: 'POST',
		path: '/v2/transcript',
		times: 2,
		fault: {
			kind: 'status',
			status: 429,
			headers: { 'retry-after': '0' },
			body: { error: 'Too Many Requests' },
		},
	});

	const { status } = await bench.transcribe([await bench.recording()]);

	expect(status).toBe('success');
	expect(bench.acceptedSubmissions()).toHaveLength(1);
});

test('an upload that broke off is sent again from its beginning', async () => {
	bench.sandbox.fail({ method: 'POST', path: '/v2/upload', times: 2, fault: { kind: 'reset' } });

	const { status, output } = await bench.transcribe([await bench.recording()]);

	expect(status).toBe('success');
	// The sandbox knows the sample by the hash of its content, so these are all of its bytes.
	expect(output[0]?.json.text).toContain('yearly plan');
});

test.each([
	['a fault of the service', { kind: 'status', status: 502, body: '<html>Bad Gateway</html>' }],
	['a connection that is cut', { kind: 'reset' }],
	['a reply that is cut off', { kind: 'truncate' }],
	['a rate limit', { kind: 'status', status: 429, headers: { 'retry-after': '0' } }],
] as const)('while waiting, %s is not the end', async (_, fault) => {
	bench.sandbox.fail({ method: 'GET', path: TRANSCRIPT, times: 2, fault });

	const { status, output } = await bench.transcribe([await bench.recording()]);

	expect(status).toBe('success');
	expect(output[0]?.json.status).toBe('completed');
});
