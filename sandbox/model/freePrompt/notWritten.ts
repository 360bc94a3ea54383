const CODES =
	`af sq am ar hy az eu be bn bs bg ca zh hr cs da nl et fi fr gl ka de el gu ht he hi hu is id it ja kn kk km
	ko lo lv lt mk ms ml mr mn ne no fa pl pt pa ro ru sr sk sl so es sw sv tl ta te th tr uk ur uz vi cy yi yo`.split(
		/\s+/,
	);

const english = new Intl.DisplayNames(['en'], { type: 'language' });
const NAMES = CODES.map((code) => english.of(code) ?? code);
const OTHER_LANGUAGE = new RegExp(`\\b(?:in|into|to) (?<name>${NAMES.join('|')})\\b`, 'i');

/** The language that an answer is wanted in, by its English name; undefined for English and where none is named. */
export function languageWanted(text: string): string | undefined {
	return OTHER_LANGUAGE.exec(text)?.groups?.name;
}

const OTHER_FORM =
	/\b(?:as|in|valid|only) (?:an? )?(?:valid )?(?<form>json|xml|csv|yaml|html|table|poem|haiku|rhyme|emojis?)\b/i;
const RATING =
	/\bon a scale\b|\bout of (?:5|10|100|ten|five)\b|\bfrom (?:0|1|one|zero) to (?:5|10|100|ten|five)\b/i;

/** A form that answers are wanted in and that the stand-in does not write, in words of the reply. */
export function formNotWritten(text: string): string | undefined {
	const form = OTHER_FORM.exec(text)?.groups?.form;
	if (form !== undefined) return `writes plain text only, not ${form}`;
	return RATING.test(text) ? 'gives no ratings' : undefined;
}
