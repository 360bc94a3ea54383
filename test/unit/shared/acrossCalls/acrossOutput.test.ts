import type { AcrossQuestion } from '../../../../nodes/shared/acrossCalls/answerAcross';
import {
	acrossOutput,
	nameOutput,
	perCallOutput,
} from '../../../../nodes/shared/acrossCalls/acrossOutput';
import { answeredCalls } from '../../../support/unit/answeredCalls';
import { question } from '../../../support/unit/questions';

const calls = answeredCalls([
	{ answer: 'The price', reason: 'She says so.', quote: 'It costs too much.' },
	{ answer: null },
]);
const text = { transcriptId: null, title: 'A text', answered: [] };
const name = { transcriptId: 'transcript-0', title: 'Call 0' };

const counts = { answered: 1, unknown: 1 };
const quote = { call: name, quote: 'It costs too much.', speaker: 'B', start: 61_000, end: 62_000 };
const across: AcrossQuestion[] = [
	{
		question: question({ key: 'complaint' }),
		counts,
		together: {
			ok: true,
			value: {
				answer: 'The price.',
				themes: [
					{ title: 'Price', calls: [0, 2], quotes: [quote, { ...quote, start: null, end: null }] },
					{ title: 'Nothing said', calls: [1], quotes: [] },
				],
				faults: [],
				models: ['m'],
			},
		},
	},
	{
		question: question({ key: 'praise' }),
		counts: { answered: 0, unknown: 2 },
		together: { ok: false, error: new Error('No') },
	},
];

test('each question has its answer, its themes with their calls, and its counts', () => {
	expect(acrossOutput(across, [...calls, text])).toEqual({
		answers: { complaint: 'The price.', praise: null },
		themes: {
			complaint: [
				{
					title: 'Price',
					count: 2,
					calls: [
						{ call: 'Call 0', transcriptId: 'transcript-0' },
						{ call: 'A text', transcriptId: null },
					],
					quotes: [
						{
							quote: 'It costs too much.',
							call: 'Call 0',
							transcriptId: 'transcript-0',
							speaker: 'B',
							at: '01:01',
							start: 61_000,
							end: 62_000,
						},
						{
							quote: 'It costs too much.',
							call: 'Call 0',
							transcriptId: 'transcript-0',
							speaker: 'B',
							at: null,
							start: null,
							end: null,
						},
					],
				},
				{
					title: 'Nothing said',
					count: 1,
					calls: [{ call: 'Call 1', transcriptId: 'transcript-1' }],
					quotes: [],
				},
			],
			praise: [],
		},
		counts: { complaint: counts, praise: { answered: 0, unknown: 2 } },
	});
});

test('of no question nothing is told', () => {
	expect(acrossOutput([], calls)).toEqual({ answers: {}, themes: {}, counts: {} });
});

test('each call has its own answers, with what supports them', () => {
	const open = { speaker: null, at: null, start: null, end: null };
	expect(perCallOutput([...calls, text])).toEqual([
		{
			call: 'Call 0',
			transcriptId: 'transcript-0',
			answers: { key: 'The price' },
			evidence: {
				key: {
					reason: 'She says so.',
					quote: 'It costs too much.',
					speaker: 'B',
					at: '00:01',
					verified: true,
					exact: true,
					problem: null,
					start: 1_000,
					end: 2_000,
				},
			},
		},
		{
			call: 'Call 1',
			transcriptId: 'transcript-1',
			answers: { key: null },
			evidence: {
				key: { reason: null, quote: null, verified: false, exact: false, problem: null, ...open },
			},
		},
		{ call: 'A text', transcriptId: null, answers: {}, evidence: {} },
	]);
});

test('a call is told by its title and its transcript', () => {
	expect(nameOutput(name)).toEqual({ call: 'Call 0', transcriptId: 'transcript-0' });
});
