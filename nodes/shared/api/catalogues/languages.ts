// AssemblyAI API reference, "Transcribe audio": the values of language_code; de_ch from the official SDK.
const LANGUAGE_CODES = `
	en en_au en_uk en_us es fr de de_ch it pt nl af sq am ar hy as az ba eu be bn bs br bg my ca
	zh hr cs da et fo fi gl ka el gu ht ha haw he hi hu is id ja jw kn kk km ko lo la lv ln
	lt lb mk mg ms ml mt mi mr mn ne no nn oc pa ps fa pl ro ru sa sr sn sd si sk sl so su
	sw sv tl tg ta tt te th bo tr tk uk ur uz vi cy yi yo
`
	.trim()
	.split(/\s+/);

export interface Language {
	code: string;
	name: string;
}

// `en_uk` is the service's own; names come from the standard tag of British English.
const STANDARD_TAGS: Readonly<Record<string, string>> = { en_uk: 'en-GB' };

/** The languages that the service transcribes, in the alphabetical order of their English names. */
export const LANGUAGES: Language[] = LANGUAGE_CODES.map((code) => ({
	code,
	name: nameOf(code),
})).sort((one, other) => one.name.localeCompare(other.name));

/** The English name of a language, or its code where the service has a new one. */
export function languageName(code: string): string {
	return LANGUAGES.find((language) => language.code === code)?.name ?? code;
}

function nameOf(code: string): string {
	const names = new Intl.DisplayNames(['en'], { type: 'language' });
	return names.of(STANDARD_TAGS[code] ?? code.replace('_', '-')) ?? code;
}
