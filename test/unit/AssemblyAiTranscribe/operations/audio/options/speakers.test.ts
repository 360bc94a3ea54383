import { speakerLabelsRequest } from '../../../../../../nodes/AssemblyAiTranscribe/operations/audio/options/speakerLabels';
import { speakerOptions } from '../../../../../../nodes/AssemblyAiTranscribe/operations/audio/options/speakers';

const { request } = speakerOptions;

test.each([
	[{}, {}],
	[{ speakersExpected: 2 }, { speakers_expected: 2 }],
	[{ minSpeakersExpected: 2 }, { speaker_options: { min_speakers_expected: 2 } }],
	[{ maxSpeakersExpected: 3 }, { speaker_options: { max_speakers_expected: 3 } }],
	[
		{ minSpeakersExpected: 3, maxSpeakersExpected: 3 },
		{ speaker_options: { min_speakers_expected: 3, max_speakers_expected: 3 } },
	],
])('%j becomes %j', (set, parameters) => {
	expect(request.parse(set)).toEqual(parameters);
});

test.each([0, -1, 1.5, NaN, '2'])('%j is no number of speakers', (speakersExpected) => {
	expect(request.safeParse({ speakersExpected }).success).toBe(false);
});

test.each([
	[true, {}, true],
	[true, { multichannel: false }, true],
	[true, { multichannel: true }, undefined],
	[true, { multichannel: true, speakersExpected: 2 }, true],
	[true, { multichannel: true, maxSpeakersExpected: 2 }, true],
	[false, {}, undefined],
	[false, { multichannel: true }, undefined],
])('Speaker Labels %j with %j is sent as %j', (isOn, set, sent) => {
	expect(speakerLabelsRequest(isOn, request.parse(set)).speaker_labels).toBe(sent);
});
