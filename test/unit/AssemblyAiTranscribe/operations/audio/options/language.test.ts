import { languageOptions } from '../../../../../../nodes/AssemblyAiTranscribe/operations/audio/options/language';

const { request } = languageOptions;

test.each([
	[{}, {}],
	[{ languageCode: 'de' }, { language_code: 'de' }],
	[{ languageDetection: true }, { language_detection: true }],
	[{ languageDetection: false }, { language_detection: false }],
	[
		{ languageCode: 'de', languageDetection: false },
		{ language_code: 'de', language_detection: false },
	],
	// An expression that gives nothing is the same as a language that is not set.
	[{ languageCode: '', languageDetection: true }, { language_detection: true }],
	[{ languageCode: 'xx' }, { language_code: 'xx' }],
	[{ languageCode: 'de-DE' }, { language_code: 'de' }],
	[{ languageCodes: '["en", "German", "de-AT"]' }, { language_codes: ['en', 'de'] }],
])('%j becomes %j', (set, parameters) => {
	expect(request.parse(set)).toEqual(parameters);
});

test.each([{ languageCode: 7 }, { languageDetection: 'yes' }, 'de', null])(
	'%j is not accepted',
	(set) => {
		expect(request.safeParse(set).success).toBe(false);
	},
);
