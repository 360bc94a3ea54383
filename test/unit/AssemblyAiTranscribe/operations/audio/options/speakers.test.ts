import { speakerOptions } from '../../../../../../nodes/AssemblyAiTranscribe/operations/audio/options/speakers';

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

test.each([0, -1, 1.5, NaN, '2'])('%j is no number of speakers', (speakersExpected) => {
	expect(request.safeParse({ speakerLabels: true, speakersExpected }).success).toBe(false);
});
