import fc from 'fast-check';
import type { Utterance } from '../../../../nodes/shared/api/transcriptSchema';
import { talkMetricsOf } from '../../../../nodes/shared/talkMetrics/talkMetrics';

const time = fc.integer({ min: 0, max: 20_000 });
const span = fc.record({ start: time, length: fc.integer({ min: 0, max: 5_000 }) });
const word = span.map(({ start, length }) => ({ text: 'so', start, end: start + length }));
const utterance: fc.Arbitrary<Utterance> = fc
	.record({
		speaker: fc.constantFrom('A', 'B', 'C', '1A'),
		span,
		text: fc.constantFrom('So?', 'So.', ''),
		words: fc.option(fc.array(word, { maxLength: 4 })),
	})
	.map(({ span: { start, length }, ...rest }) => ({ ...rest, start, end: start + length }));
const seconds = fc.option(fc.integer({ min: 0, max: 60 }));
const utterancesOfCall = fc.array(utterance, { maxLength: 12 });

const metricsOf = (utterances: Utterance[], audioDuration: number | null) =>
	talkMetricsOf({
		id: 't-1',
		status: 'completed',
		text: 'So.',
		utterances,
		audio_duration: audioDuration,
	});

const numbersIn = (value: unknown): number[] => {
	if (typeof value === 'number') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
};

test('shares add up to 1', () => {
	fc.assert(
		fc.property(utterancesOfCall, seconds, (utterances, duration) => {
			const { speakerMetrics } = metricsOf(utterances, duration);
			const talkMs = speakerMetrics.reduce((sum, speaker) => sum + speaker.talkMs, 0);
			const shares = speakerMetrics.reduce((sum, { talkRatio }) => sum + (talkRatio ?? 0), 0);
			expect(shares).toBeCloseTo(talkMs > 0 ? 1 : 0);
		}),
	);
});

test('talk and silence without overlap are the duration', () => {
	fc.assert(
		fc.property(utterancesOfCall, seconds, (utterances, duration) => {
			const { speakerMetrics, ...call } = metricsOf(utterances, duration);
			fc.pre(call.silenceMs !== null);
			const talkMs = speakerMetrics.reduce((sum, speaker) => sum + speaker.talkMs, 0);
			expect(talkMs + Number(call.silenceMs) - Number(call.overlapMs)).toBe(call.durationMs);
		}),
	);
});

test('no number is negative or none at all, and no part is larger than its whole', () => {
	fc.assert(
		fc.property(utterancesOfCall, seconds, (utterances, duration) => {
			const metrics = metricsOf(utterances, duration);
			expect(numbersIn(metrics).filter((number) => !(number >= 0 && number < Infinity))).toEqual(
				[],
			);
			expect(metrics.longestSilenceMs ?? 0).toBeLessThanOrEqual(metrics.silenceMs ?? 0);
			for (const speaker of metrics.speakerMetrics) {
				expect(speaker.talkMs).toBeLessThanOrEqual(metrics.durationMs ?? 0);
				expect(speaker.longestMonologueMs).toBeLessThanOrEqual(speaker.talkMs);
			}
		}),
	);
});

test('the order in which utterances are told does not matter', () => {
	const twoOrders = utterancesOfCall.chain((told) =>
		fc.tuple(
			fc.constant(told),
			fc.shuffledSubarray(told, { minLength: told.length, maxLength: told.length }),
		),
	);
	fc.assert(
		fc.property(twoOrders, seconds, ([told, shuffled], duration) => {
			expect(metricsOf(shuffled, duration)).toEqual(metricsOf(told, duration));
		}),
	);
});

test('who interrupts is what comparing everyone with everyone finds', () => {
	const withoutWords = fc.array(
		utterance.map((one) => ({ ...one, words: null })),
		{ maxLength: 12 },
	);
	fc.assert(
		fc.property(withoutWords, (utterances) => {
			for (const { speaker, interruptions } of metricsOf(utterances, null).speakerMetrics) {
				const cutIn = utterances.filter(
					(own) =>
						own.speaker === speaker &&
						utterances.some(
							(other) =>
								other.speaker !== speaker && other.start < own.start && other.end > own.start,
						),
				);
				expect(interruptions).toBe(cutIn.length);
			}
		}),
	);
});
