import { median, seen, verdictOf, type Figure } from '../../../tools/bench/figure';
import { waitingFigures, type WaitingRun } from '../../../tools/bench/waitingFigures';

const figure = (values: number[], extra: Partial<Figure> = {}): Figure => ({
	what: 'Time',
	values,
	counts: 'median',
	show: String,
	target: { atMost: 10 },
	...extra,
});

test('the median is the middle value, or lies between the two middle ones', () => {
	expect(median([9, 1, 5])).toBe(5);
	expect(median([4, 1, 2, 9])).toBe(3);
});

test('one bad value of three does not change a median, but it changes the highest', () => {
	expect(seen(figure([1, 2, 99]))).toBe(2);
	expect(seen(figure([1, 2, 99], { counts: 'highest' }))).toBe(99);
});

test.each([
	[10, { atMost: 10 }, 'PASS'],
	[10.001, { atMost: 10 }, 'MISS'],
	[0.8, { atLeast: 0.8 }, 'PASS'],
	[0.799, { atLeast: 0.8 }, 'MISS'],
	[NaN, { atMost: 10 }, 'MISS'],
	[NaN, { atLeast: 10 }, 'MISS'],
] as const)('%d against the target %j is a %s', (value, target, verdict) => {
	expect(verdictOf(figure([value], { target }))).toBe(verdict);
});

test('without a target there is no verdict', () => {
	expect(verdictOf(figure([1], { target: undefined }))).toBeUndefined();
});

const request = (method: string, path: string, at: number) => ({
	method,
	path,
	at,
	query: {},
	status: 200,
	bodyBytes: 0,
	headers: {},
});

const run: WaitingRun = {
	startedAt: 1_000,
	endedAt: 22_000,
	jobs: [
		{ id: 'one', endedAt: 11_000 },
		{ id: 'two', endedAt: 21_000 },
	],
	requests: [
		request('POST', '/v2/upload', 1_100),
		request('POST', '/v2/upload', 1_200),
		request('POST', '/v2/transcript', 1_300),
		request('POST', '/v2/transcript', 1_400),
		request('GET', '/v2/transcript', 2_000),
		request('GET', '/v2/transcript/one', 3_000),
		request('GET', '/v2/transcript/one', 11_200),
		request('GET', '/v2/transcript/two', 21_600),
	],
};

test('a run of two recordings gives its wall time, lag and requests', () => {
	const figures = waitingFigures([run]);
	const valueOf = (start: string) =>
		figures.find(({ what }) => what.trim().startsWith(start))?.values;
	expect(valueOf('Wall time')).toEqual([21 / 20]);
	expect(valueOf('Mean lag')).toEqual([400]);
	expect(valueOf('longest lag')).toEqual([600]);
	expect(valueOf('Requests')).toEqual([4]);
	expect(['upload', 'submit', 'get', 'list'].map(valueOf)).toEqual([[1], [1], [1.5], [0.5]]);
	expect(figures.map(verdictOf).filter(Boolean)).toEqual(['PASS', 'PASS', 'PASS']);
});

test('a transcript that was never fetched is a miss, not a lag of nothing', () => {
	const requests = run.requests.filter(({ path }) => !path.endsWith('two'));
	const lag = waitingFigures([{ ...run, requests }]).find(({ what }) => what.startsWith('Mean'));
	expect(lag && verdictOf(lag)).toBe('MISS');
});
