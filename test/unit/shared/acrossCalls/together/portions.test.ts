import fc from 'fast-check';
import type { Unit } from '../../../../../nodes/shared/acrossCalls/together/entry';
import {
	portionLimits,
	portionsOf,
	replyTokens,
	sizeOf,
	tokensAround,
	type Size,
} from '../../../../../nodes/shared/acrossCalls/together/portions';
import { togetherMessages } from '../../../../../nodes/shared/acrossCalls/together/togetherPrompt';
import type { Model } from '../../../../../nodes/shared/api/models';
import { estimateTokens, tokensOfMessages } from '../../../../../nodes/shared/gateway/tokens';
import { question } from '../../../../support/unit/questions';

const asked = question();
const around = tokensAround(asked, 'Be kind.');
const settings = { model: 'm', fallbackModels: [], maxTokens: 0 };

function modelOf({ context, longest }: { context?: number | null; longest?: number }): Model {
	return {
		id: 'm',
		context_length: context,
		top_provider: { max_completion_tokens: longest ?? null },
	};
}
const limits = (model: Model | undefined, more = {}) =>
	portionLimits(model, { ...settings, ...more }, asked, 'Be kind.');

test('a reply takes a part for any, and one for each entry', () => {
	expect([0, 1, 400].map(replyTokens)).toEqual([1_500, 1_506, 3_900]);
});

test('what stands around is a request without entries', () => {
	expect(around).toBe(tokensOfMessages(togetherMessages(asked, [], 'Be kind.')));
	expect(tokensAround(asked, 'Be kind, and '.repeat(9))).toBeGreaterThan(around);
});

test.each([
	[1_500, 2],
	[1_517, 2],
	[1_518, 3],
	[1_523, 3],
	[3_893, 398],
	[3_899, 399],
	[3_900, 400],
	[3_906, 400],
	[undefined, 400],
])('a model that writes %p tokens names %i entries', (longest, entries) => {
	expect(limits(modelOf({ context: 100_000, longest }))).toEqual({
		entries,
		tokens: 80_000 - (1_500 + 6 * entries) - around,
	});
});

test('what a model thinks is not left for its answer', () => {
	// Of 20000 tokens 10000 are left, of 6000 none.
	const entries = (longest: number) =>
		limits(modelOf({ context: 100_000, longest }), { reasoningEffort: 'medium' }).entries;
	expect([entries(20_000), entries(9_800), entries(6_000)]).toEqual([400, 50, 2]);
});

test('a limit set by hand is what is written', () => {
	expect(limits(modelOf({ context: 100_000 }), { maxTokens: 500 })).toEqual({
		entries: 400,
		tokens: 80_000 - 500 - around,
	});
});

test.each([undefined, modelOf({}), modelOf({ context: null }), modelOf({ context: 0 })])(
	'a model of which nothing is known has a usual context: %j',
	(model) => {
		expect(limits(model)).toEqual({ entries: 400, tokens: 25_600 - 3_900 - around });
	},
);

test('a unit is as large as its lines', () => {
	const entry = { says: { answer: 'The price' }, calls: [0], quotes: [] };
	const unit: Unit = { part: { answer: 'Much.', calls: 3 }, entries: Array(5).fill(entry) };
	const lines = [
		'{"part_answer":"Much.","calls":3}',
		...[1, 2, 3, 4, 5].map((number) => `{"entry":${number},"answer":"The price"}`),
	];
	expect(sizeOf(unit)).toEqual({ tokens: estimateTokens(lines.join('\n')), entries: 5 });
});

const sized = (size: Size) => size;
const ofTokens = (tokens: number, count: number) =>
	Array.from({ length: count }, () => ({ tokens, entries: 1 }));
const lengths = (units: Size[], tokens: number, entries = 1_000) =>
	portionsOf(units, sized, { tokens, entries }).map(({ length }) => length);

test.each([
	['all fit', ofTokens(10, 10), 100, 1_000, [10]],
	['one too many', ofTokens(10, 11), 100, 1_000, [6, 5]],
	['twice as many', ofTokens(10, 20), 100, 1_000, [10, 10]],
	['as many entries as may be', ofTokens(1, 10), 1_000, 10, [10]],
	['an entry too many', ofTokens(1, 11), 1_000, 10, [6, 5]],
	['units that are too large by themselves', ofTokens(500, 4), 100, 1_000, [2, 2]],
	['an odd number of them', ofTokens(500, 5), 100, 1_000, [2, 3]],
	['a last portion of two', ofTokens(10, 5), 30, 1_000, [3, 2]],
	['one alone', ofTokens(500, 1), 100, 1_000, [1]],
	['none', [], 100, 1_000, []],
	['no room at all', ofTokens(10, 4), -5, 1_000, [2, 2]],
	['a large one at the end', [...ofTokens(10, 9), ...ofTokens(100, 1)], 100, 1_000, [10]],
	['sums of fractions', ofTokens(1, 30), 10, 1_000, [10, 10, 10]],
])('%s', (_, units, tokens, entries, expected) => {
	expect(lengths(units, tokens, entries)).toEqual(expected);
});

test('without room a unit weighs its tokens', () => {
	// Of 1 + 1 + 8 tokens the first two are not yet a portion's share.
	const units = [1, 1, 8, 1, 1].map((tokens) => ({ tokens, entries: 1 }));
	expect(lengths(units, 0)).toEqual(lengths(units, 1));
});

test('portions keep every unit in order, none but a single one is alone, and each is about its share', () => {
	const size = fc.record({
		tokens: fc.integer({ min: 1, max: 200 }),
		entries: fc.integer({ min: 0, max: 20 }),
	});
	fc.assert(
		fc.property(
			fc.array(size, { maxLength: 60 }),
			fc.integer({ min: 1, max: 2_000 }),
			(units, tokens) => {
				const most = { tokens, entries: 100 };
				const portions = portionsOf(units, sized, most);
				expect(portions.flat()).toEqual(units);
				if (units.length > 1) {
					for (const portion of portions) expect(portion.length).toBeGreaterThan(1);
				}
				const weight = (one: Size) => Math.max(one.tokens / tokens, one.entries / 100);
				const total = units.reduce((sum, one) => sum + weight(one), 0);
				expect(portions.length).toBeLessThanOrEqual(Math.max(1, Math.ceil(total)));
			},
		),
	);
});
