import { languageOptions } from '../../../nodes/AssemblyAiTranscribe/operations/audio/options/language';
import { speakerOptions } from '../../../nodes/AssemblyAiTranscribe/operations/audio/options/speakers';
import { vocabularyOptions } from '../../../nodes/AssemblyAiTranscribe/operations/audio/options/vocabulary';

test.each([languageOptions, speakerOptions, vocabularyOptions])(
	'$field.displayName: every field, as the panel adds it, is understood by the request',
	({ field, request }) => {
		const defaults = (field.options ?? []).flatMap((option) =>
			'default' in option ? [[option.name, option.default] as const] : [],
		);
		expect(defaults.length).toBe(field.options?.length);
		for (const [name, value] of defaults) {
			const companions = name.endsWith('SpeakersExpected') || name === 'speakersExpected';
			const set = { ...(companions && { speakerLabels: true }), [name]: value };
			expect({ name, ...request.safeParse(set) }).toMatchObject({ name, success: true });
			// What begins empty is not sent before something is put into it.
			if (value === '' || (Object.keys(Object(value)).length === 0 && typeof value === 'object'))
				continue;
			const sent = Object.keys(Object(request.parse(set)));
			expect({ name, sent: sent.length > (companions ? 1 : 0) }).toEqual({ name, sent: true });
		}
	},
);
