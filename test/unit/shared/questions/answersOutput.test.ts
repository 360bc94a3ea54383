import type { AnsweredQuestion } from '../../../../nodes/shared/questions/answerEntry';
import { byKey, supportOf, timeOf } from '../../../../nodes/shared/questions/answersOutput';
import {
	answersItems as items,
	answersUsage as usage,
	late,
	lateSupport,
	open,
	openSupport,
} from '../../../support/unit/answersItems';

const points = { by: 'quote', value: 5 } as const;
const scored: AnsweredQuestion = {
	...late,
	question: { ...late.question, scoring: { points, section: 'Facts', critical: false } },
};

const output = (...given: Parameters<typeof items>): Record<string, unknown> | undefined =>
	items(...given)[0]?.json;

test('all that is told of a recording', () => {
	expect(items({}, [late, open], { requestId: 'r-1', transcriptId: 't-1' })).toEqual([
		{
			needsReview: false,
			json: {
				answers: { price: 89, mood: null },
				evidence: { price: lateSupport, mood: openSupport },
				details: [
					{
						key: 'price',
						question: 'What does it cost?',
						answer: 89,
						reason: 'The agent says so.',
						evidence: { ...late.evidence, at: '1:02:03' },
					},
					{
						key: 'mood',
						question: 'How was it?',
						answer: null,
						reason: null,
						evidence: { ...open.evidence, at: null },
					},
				],
				transcriptId: 't-1',
				model: 'm',
				usage,
				requestId: 'r-1',
			},
		},
	]);
});

test('of a text without quotes there is less to tell', () => {
	expect(output({ evidence: false }, [late])).toEqual({
		answers: { price: 89 },
		details: [{ key: 'price', question: 'What does it cost?', answer: 89 }],
		transcriptId: null,
		model: 'm',
		usage,
		requestId: null,
	});
});

test('who leaves out unknown answers still finds their reasons and details', () => {
	const json = output({ unknownAnswers: 'omit' }, [late, open]);
	expect(json).toMatchObject({
		answers: { price: 89 },
		details: [{ key: 'price' }, { key: 'mood' }],
	});
	expect(json?.answers).not.toHaveProperty('mood');
	expect(Object.keys(Object(json?.evidence))).toEqual(['price', 'mood']);
	const rows = items({ unknownAnswers: 'omit', outputItems: 'perQuestion' }, [open, late]);
	expect(rows.map(({ json: { key } }) => key)).toEqual(['price']);
	const all = items({ unknownAnswers: 'setNull', outputItems: 'perQuestion' }, [open, late]);
	expect(all.map(({ json: { key } }) => key)).toEqual(['mood', 'price']);
});

test('an answer that is no, none or zero is not unknown', () => {
	for (const answer of [false, 0, '', []]) {
		const json = output({ unknownAnswers: 'omit' }, [{ ...late, answer }]);
		expect(json).toMatchObject({ answers: { price: answer } });
	}
});

test('points are told of the recording and of each question', () => {
	const scoring = { section: 'Facts', critical: false, points: 5, maxPoints: 5 };
	expect(output({}, [scored, open])).toMatchObject({
		scorecard: { score: 5, maxScore: 5, passMark: 80 },
		details: [scoring, { key: 'mood' }],
	});
	const rows = items({ outputItems: 'perQuestion' }, [scored, open]).map(({ json }) => json);
	const none = { section: null, critical: null, points: null, maxPoints: null };
	expect(rows).toMatchObject([scoring, none]);
	expect(output({}, [scored], {})).toHaveProperty('scorecard');
	expect(output({ unknownAnswers: 'omit' }, [{ ...scored, answer: null }])).toMatchObject({
		scorecard: { notApplicable: ['price'] },
	});
});

test('an AI agent, which pays for every word, gets reasons and quotes once', () => {
	expect(output({ evidenceByKey: false })).not.toHaveProperty('evidence');
	expect(output({ evidenceByKey: false })).toMatchObject({
		details: [{ reason: 'The agent says so.', evidence: { quote: '89 dollars' } }],
	});
});

test.each(['constructor', 'toString', 'hasOwnProperty', '1', 'valueOf'])(
	'an answer under the key %s is its own',
	(key) => {
		const named = { ...late, question: { ...late.question, key } };
		const json = JSON.parse(JSON.stringify(output({}, [named])));
		expect(Object.entries(json.answers)).toEqual([[key, 89]]);
		expect(Object.keys(json.evidence)).toEqual([key]);
	},
);

test('what is told by key, and when something was said', () => {
	expect(byKey([late, open], ({ reason }) => reason)).toEqual({
		price: 'The agent says so.',
		mood: null,
	});
	expect(byKey([], supportOf)).toEqual({});
	expect(timeOf(null)).toBeNull();
	expect(timeOf(0)).toBe('00:00');
	// Past an hour it has hours.
	expect([3_599_999, 3_600_000].map(timeOf)).toEqual(['59:59', '1:00:00']);
});
