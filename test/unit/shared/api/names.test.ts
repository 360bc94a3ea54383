import { apiNames, camelCaseRecords, nonEmpty } from '../../../../nodes/shared/api/names';

test('settings have the names of the API, and those that are not set are left out', () => {
	expect(
		apiNames({
			languageCode: 'de',
			redactPiiAudioQuality: 'mp3',
			punctuate: false,
			speakersExpected: 0,
			prompt: '',
			topic: null,
			keytermsPrompt: [],
			wordBoost: ['one'],
			formatText: undefined,
		}),
	).toEqual({
		language_code: 'de',
		redact_pii_audio_quality: 'mp3',
		punctuate: false,
		speakers_expected: 0,
		prompt: '',
		topic: null,
		word_boost: ['one'],
	});
});

test('an object stands under its name where there is something in it', () => {
	expect(nonEmpty('options', { a: undefined })).toEqual({ options: { a: undefined } });
	expect(nonEmpty('options', {})).toEqual({});
});

test('records have their own keys in camel case, and what is in them as it was', () => {
	expect(
		camelCaseRecords([
			{ start_of_part: 1, text: 'a', _x: 2, with_9: 3, inner_part: { not_this: 4 } },
			{},
		]),
	).toEqual([{ startOfPart: 1, text: 'a', X: 2, with_9: 3, innerPart: { not_this: 4 } }, {}]);
	expect(camelCaseRecords(null)).toBeNull();
	expect(camelCaseRecords(undefined)).toBeNull();
	expect(camelCaseRecords([])).toEqual([]);
});
