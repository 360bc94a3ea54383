/** What differs between addresses of one use and another, when there is none that can be used. */
export interface AddressWords {
	empty: string;
	list: string;
	several: string;
	/** What to say of something else that people put here, if there is anything to say; the scheme in small letters. */
	other?(text: string, scheme: string): string | undefined;
}

/**
 * An http address as people paste it and expressions give it. Spaces and signs that a browser would encode are
 * encoded, and marks around it go.
 */
export function readAddress(
	value: unknown,
	words: AddressWords,
): { url: string } | { fault: string } {
	if (value === undefined || value === null) return { fault: words.empty };
	if (Array.isArray(value)) return { fault: words.list };
	if (typeof value !== 'string') {
		return { fault: 'it is not a text; map the field that has the address' };
	}
	const bare = withoutMarks(value);
	if (bare === '') return { fault: words.empty };
	const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(bare) ?? [];
	const isHttp = /^https?$/i.test(scheme) && rest !== '' && !rest.startsWith('/');
	if (isHttp && /[\s,;]https?:\/\//i.test(rest)) return { fault: words.several };
	// Encoded like the other signs, it would lead somewhere, and to nobody who is meant.
	if (/^=|\{\{|^\$(?:json|input|node)\b|^\$\(/.test(bare)) {
		return {
			fault:
				'it is an expression that was not evaluated: switch the field from Fixed to Expression',
		};
	}
	if (!isHttp) {
		return { fault: words.other?.(bare, scheme.toLowerCase()) ?? notAnAddress(bare) };
	}
	const once = rest.replace(/^https?:\/\//i, '').replaceAll('&amp;', '&');
	const url = encoded(`${scheme.toLowerCase()}://${once}`);
	return URL.canParse(url) ? { url } : { fault: 'it is not a URL: its host cannot be read' };
}

function notAnAddress(text: string): string {
	if (/^(?:undefined|null|NaN|\[object .*\])$/.test(text)) {
		return `it is the word ${text}: the expression found no address`;
	}
	if (/.https?:\/\//is.test(text)) {
		return 'it has other text around the address: give the address alone';
	}
	if (/^https?%3a%2f%2f/i.test(text)) {
		return 'its colon and slashes are encoded (https%3A%2F%2F…): give the address as a browser shows it';
	}
	if (WITHOUT_SCHEME.test(text)) return 'its beginning is missing: write https:// before it';
	const hasBeginning = /^https?:\/\//i.test(text);
	if (!hasBeginning && MISSPELLED.test(text)) return 'its beginning is not spelled https://';
	return 'it is not a URL that begins with http:// or https://';
}

/** A name with dots, a name with a port, or two slashes. */
const WITHOUT_SCHEME = /^(?:(?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:[/:?]|$)|[\w-]+:\d+(?:\/|$)|\/\/\w)/;

/** Such as htps://, hxxps://, https// and https:/. */
const MISSPELLED = /^h[tx]{1,3}ps?(?::|;\/\/|\/\/)/i;

/** Those that set the direction of writing come along when a path is copied from Windows, others from old databases. */
const INVISIBLE =
	/(?!\s)\p{Cc}|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const AROUND: ReadonlyArray<[string, string]> = [
	['<', '>'],
	['"', '"'],
	["'", "'"],
	['`', '`'],
	['“', '”'],
	['”', '”'],
	['„', '“'],
	['„', '”'],
	['‘', '’'],
	['’', '’'],
	['‚', '‘'],
	['«', '»'],
	['»', '«'],
	['‹', '›'],
	['(', ')'],
];

/** Quotation marks, angle brackets with a label as Slack writes them, and signs that nobody sees. */
function withoutMarks(text: string): string {
	const shown = text.replace(INVISIBLE, '').trim();
	// [label](address), as chats and notes write it, and an address in the same brackets.
	const visible =
		/^\[[^\]]*\]\(([^()\s]+)\)$/.exec(shown)?.[1] ??
		/^\[(https?:[^[\]]+)\]$/i.exec(shown)?.[1] ??
		shown;
	const around = AROUND.find(
		([first, last]) => visible.length > 1 && visible.startsWith(first) && visible.endsWith(last),
	);
	// One of a pair, left over where the other was cut off: no address ends in it.
	if (!around) {
		return /^https?:/i.test(visible) ? visible.replace(/["“”]$/, '') : visible;
	}
	const inner = visible.slice(1, -1).trim();
	return around[0] === '<' ? (inner.split('|')[0] ?? '').trim() : inner;
}

/** What is never part of an address as it is (RFC 3986, appendix A), as browsers write it. */
function encoded(url: string): string {
	return url.replace(/[\s"<>\\^`{|}]/g, (sign) => encodeURIComponent(sign));
}
