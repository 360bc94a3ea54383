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

/** Standard tags of languages that the service has under another code. */
const OTHER_CODES: ReadonlyMap<string, string> = new Map([
	['fil', 'tl'],
	['iw', 'he'],
	['jv', 'jw'],
	['nb', 'no'],
	['zh_yue', 'zh'],
]);
/** The standard says `gb`, the service `uk`. */
const OTHER_REGIONS: ReadonlyMap<string, string> = new Map([['en_gb', 'en_uk']]);

let codesByName: ReadonlyMap<string, string> | undefined;

/**
 * The service's code for a language as people and programs write it: a code or tag (`de-DE`, `PT_br`), or a name
 * in English or in the language itself. A code that is not in the list is one that the service may have added.
 * @returns undefined for what is neither
 */
export function languageCode(written: string): string | undefined {
	const plain = written.trim().toLowerCase().replaceAll('-', '_');
	const code = OTHER_REGIONS.get(plain) ?? plain;
	if (LANGUAGE_CODES.includes(code)) return code;
	const [language = ''] = code.split('_');
	const known =
		OTHER_CODES.get(code) ??
		OTHER_CODES.get(language) ??
		OTHER_CODES.get(shortest(language)) ??
		shortest(language);
	if (LANGUAGE_CODES.includes(known)) return known;
	codesByName ??= namedCodes();
	const named = codesByName.get(plain.replace(/ ?\([a-z_]+\)$/, ''));
	return named ?? (/^[a-z]{2,3}(?:_[a-z0-9]{2,4})*$/.test(code) ? code : undefined);
}

/** `deu` and `ger` are `de`. */
function shortest(language: string): string {
	return /^[a-z]{3}$/.test(language) ? new Intl.Locale(language).language : language;
}

function namedCodes(): Map<string, string> {
	return new Map(
		LANGUAGES.flatMap(({ code, name }) => {
			const tag = STANDARD_TAGS[code] ?? code.replace('_', '-');
			const own = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? name;
			return [name, own].map((one) => [one.toLowerCase(), code] as const);
		}),
	);
}
