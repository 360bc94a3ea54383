import fc from 'fast-check';
import { speakerOptions } from '../../../nodes/AssemblyAiTranscribe/operations/audio/options/speakers';
import { messageOf } from '../support/messageOf';

const { request } = speakerOptions;

test.each([
	[{}, {}],
	[{ speakerLabels: true }, { speaker_labels: true }],
	[{ speakerLabels: false }, { speaker_labels: false }],
	[
		{ speakerLabels: true, speakersExpected: 2 },
		{ speaker_labels: true, speakers_expected: 2 },
	],
	[
		{ speakerLabels: true, minSpeakersExpected: 2 },
		{ speaker_labels: true, speaker_options: { min_speakers_expected: 2 } },
	],
	[
		{ speakerLabels: true, maxSpeakersExpected: 3 },
		{ speaker_labels: true, speaker_options: { max_speakers_expected: 3 } },
	],
	[
		{ speakerLabels: true, minSpeakersExpected: 3, maxSpeakersExpected: 3 },
		{
			speaker_labels: true,
			speaker_options: { min_speakers_expected: 3, max_speakers_expected: 3 },
		},
	],
])('%j becomes %j', (set, parameters) => {
	expect(request.parse(set)).toEqual(parameters);
});

const NEEDS_LABELS = 'a number of speakers is expected but Speaker Labels is off; turn it on';

test.each([
	[{ speakersExpected: 2 }, NEEDS_LABELS],
	[{ minSpeakersExpected: 2 }, NEEDS_LABELS],
	[{ speakerLabels: false, maxSpeakersExpected: 2 }, NEEDS_LABELS],
	[
		{ speakerLabels: true, speakersExpected: 2, minSpeakersExpected: 1 },
		'both an exact number and a range of speakers are set; remove one of the two',
	],
	[
		{ speakerLabels: true, speakersExpected: 2, maxSpeakersExpected: 4 },
		'both an exact number and a range of speakers are set; remove one of the two',
	],
	[
		{ speakerLabels: true, minSpeakersExpected: 4, maxSpeakersExpected: 2 },
		'the minimum of speakers is above the maximum',
	],
])('%j is refused: %s', (set, message) => {
	expect(messageOf(request, set)).toBe(message);
});

test.each([0, -1, 1.5, NaN, '2', null])('%j is no number of speakers', (speakersExpected) => {
	expect(request.safeParse({ speakerLabels: true, speakersExpected }).success).toBe(false);
});

test('what is accepted is what the service takes', () => {
	const count = fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined });
	const anySet = fc.record({
		speakerLabels: fc.option(fc.boolean(), { nil: undefined }),
		speakersExpected: count,
		minSpeakersExpected: count,
		maxSpeakersExpected: count,
	});
	fc.assert(
		fc.property(anySet, (set) => {
			const parsed = request.safeParse(set);
			const { minSpeakersExpected: min, maxSpeakersExpected: max } = set;
			const hasRange = min !== undefined || max !== undefined;
			const isTaken =
				(set.speakerLabels === true || !(hasRange || set.speakersExpected)) &&
				!(hasRange && set.speakersExpected) &&
				(min ?? 1) <= (max ?? Infinity);
			expect(parsed.success).toBe(isTaken);
			expect(JSON.stringify(parsed.data ?? {})).not.toContain('null');
		}),
	);
});
