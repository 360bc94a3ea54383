import { hurryClock } from '../../../tools/chaos/hurriedClock';
import { HostileService, type SeenRequest } from '../../support/engine/hostileService';
import { onTranscript } from '../../support/engine/onTranscript';
import { Workbench } from '../../support/engine/workbench';

let bench: Workbench;
let service: HostileService;

beforeAll(async () => {
	bench = await Workbench.open();
});
afterEach(async () => await service.close());
afterAll(async () => await bench.close());

const job = (n: number, extra: object = {}) => ({
	id: `job-${n}`,
	status: 'completed',
	created: '2026-11-26T10:00:00',
	...extra,
});
const page = (transcripts: object[], before?: string) => ({
	body: {
		transcripts,
		page_details: {
			prev_url: before === undefined ? null : `https://x.test/?before_id=${before}`,
		},
	},
});

const getMany = async (parameters = {}) =>
	await onTranscript(bench, 'getMany', 'x', parameters, { credentials: service.account() });

describe('a list that never ends', () => {
	test.each<[string, (request: SeenRequest, nth: number) => object[]]>([
		['of empty pages', () => []],
		['of pages with one entry', (_, nth) => [job(nth)]],
	])('%s is given up and told', async (_, entries) => {
		let nth = 0;
		service = await HostileService.open((request) => page(entries(request, ++nth), `job-${nth}`));
		const result = await getMany({ returnAll: true });
		expect(result.error('Node')?.message).toBe(
			"AssemblyAI's list of transcripts did not end after 2,000 pages, and nothing more was read [item 0]",
		);
		expect(service.lines).toHaveLength(2_000);
	});

	test('of full pages is given up beyond what n8n can show', async () => {
		let nth = 0;
		service = await HostileService.open(() => {
			const entries = Array.from({ length: 50_000 }, () => job(++nth));
			return page(entries, `job-${nth}`);
		});
		const result = await getMany({ returnAll: true });
		expect(result.error('Node')?.message).toContain('did not end after 200,000 of them');
		expect(service.lines.length).toBeLessThan(10);
	});

	test('that goes round ends where it has been', async () => {
		service = await HostileService.open(() => page([job(1), job(2)], 'job-2'));
		const result = await getMany({ returnAll: true });
		expect(result.output).toHaveLength(4);
		expect(service.lines).toHaveLength(2);
	});

	test.each(['searchTranscripts', 'searchUsableTranscripts'])(
		'does not hold up the dropdown %s',
		async (method) => {
			let nth = 0;
			service = await HostileService.open(() => page([], `job-${++nth}`));
			const list = await bench.harness.listSearch('assemblyAiTranscribe', method, {
				parameters: {},
				credentials: service.account(),
			});
			expect(list.results).toEqual([]);
			expect(service.lines.length).toBeLessThanOrEqual(20);
		},
	);
});

test('a page of 200,000 entries is read, and no more is handed on than was asked for', async () => {
	const entries = Array.from({ length: 200_000 }, (_, n) => job(n));
	service = await HostileService.open(() => page(entries));
	const result = await getMany({ returnAll: false, limit: 3 });
	expect(result.output.map(({ json }) => json.id ?? json.transcriptId)).toEqual([
		'job-0',
		'job-1',
		'job-2',
	]);
});

test.each<[string, object]>([
	['a number as its time', { created: 17 }],
	['an object as its address', { audio_url: {} }],
	['a list as its error', { error: ['no'] }],
	['null wherever it can be', { created: null, audio_url: null, error: null }],
])('an entry with %s does not take the others along', async (_, extra) => {
	service = await HostileService.open(() => page([job(1, extra), job(2)]));
	const result = await getMany({ returnAll: true });
	expect(result.error('Node')?.message).toBeUndefined();
	expect(result.output).toHaveLength(2);
});

describe('many jobs are waited for', () => {
	const COUNT = 6;
	const ids = Array.from({ length: COUNT }, (_, n) => `job-${n}`);
	const waitFor = async (list: (request: SeenRequest) => object) => {
		service = await HostileService.open((request) => {
			if (request.path === '/v2/transcript') return list(request);
			const id = request.path.split('/')[3];
			return { body: { id, status: 'completed', text: 'Hello.' } };
		});
		const clock = hurryClock(500);
		const result = await onTranscript(
			bench,
			'get',
			ids,
			{ options: { timeoutMinutes: 10 } },
			{ credentials: service.account() },
		);
		clock.setRight();
		return result;
	};

	test.each<[string, (request: SeenRequest) => object]>([
		['says processing for ever', () => page(ids.map((_, n) => job(n, { status: 'processing' })))],
		['says queued for ever', () => page(ids.map((_, n) => job(n, { status: 'queued' })))],
		['says something that nobody knows', () => page(ids.map((_, n) => job(n, { status: 'oh' })))],
		['has none of them', () => page([])],
		['has others only', () => page([job(77), job(78)])],
		['is refused', () => ({ status: 403, body: { error: 'No' } })],
		['sends on', () => ({ status: 302, headers: { location: 'https://x.test' }, body: '' })],
		['is a web page', () => ({ body: '<p>Sign in' })],
		['has pages without end', ({ query }) => page([], `x${query.get('before_id') ?? ''}`)],
	])('though the list %s', async (_, list) => {
		const result = await waitFor(list);
		expect(result.error('Node')?.message).toBeUndefined();
		expect(result.output.map(({ json }) => json.transcriptId)).toEqual(ids);
	});
});

test('a clock of the computer that is set back an hour keeps nobody waiting', async () => {
	let looks = 0;
	service = await HostileService.open(() => ({
		body: { id: 'job-1', status: ++looks > 2 ? 'completed' : 'processing', text: 'Hello.' },
	}));
	const rightTime = Date.now;
	const setBack = jest
		.spyOn(Date, 'now')
		.mockImplementation(() => rightTime() - (looks > 0 ? 3_600_000 : 0));
	const result = await bench.get('job-1', {}, { credentials: service.account() });
	setBack.mockRestore();
	expect(result.output[0]?.json).toMatchObject({ transcriptId: 'job-1', status: 'completed' });
	expect(looks).toBe(3);
});
