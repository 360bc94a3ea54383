import { EventEmitter, once } from 'node:events';
import { Workbench } from '../../support/engine/workbench';

const requests = new EventEmitter();
let bench: Workbench;

beforeAll(async () => {
	bench = await Workbench.open({
		// Long enough that nothing in this file ever sees a job end by itself.
		speed: { minimumJobMs: 3_600_000 },
		log: ({ method, path }) => requests.emit(`${method} ${path.split('/').slice(0, 3).join('/')}`),
	});
});
afterEach(() => bench.sandbox.reset());
afterAll(async () => await bench.close());

test('stopping while a job is waited for leaves the execution canceled, and nothing more is asked', async () => {
	const stop = new AbortController();
	const polled = once(requests, 'GET /v2/transcript');
	const running = bench.transcribe([await bench.recording()], {}, { cancel: stop.signal });
	await polled;

	stop.abort();
	const { status } = await running;
	const asked = bench.sandbox.requests.length;
	await new Promise((later) => setTimeout(later, 700));

	expect(status).toBe('canceled');
	expect(bench.sandbox.requests).toHaveLength(asked);
});

test('stopping while a file is uploaded leaves the execution canceled, and nothing is submitted', async () => {
	const stop = new AbortController();
	bench.sandbox.fail({
		method: 'POST',
		path: '/v2/upload',
		fault: { kind: 'delay', ms: 3_600_000 },
	});
	const { status } = await bench.transcribe(
		[await bench.recording()],
		{},
		// The node says that it uploads just before it does.
		{ cancel: stop.signal, mode: 'manual', onConsole: () => stop.abort() },
	);

	expect(status).toBe('canceled');
	expect(bench.acceptedSubmissions()).toEqual([]);
});
