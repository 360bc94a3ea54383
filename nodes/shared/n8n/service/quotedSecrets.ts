/** What is longer is a transcript or a list, of which no message shows anything. */
const MAX_SPELLED_OUT = 1_000_000;

const ENTITIES: ReadonlyMap<string, string> = new Map([
	['&', 'amp'],
	['<', 'lt'],
	['>', 'gt'],
	['"', 'quot'],
	["'", 'apos'],
]);

/**
 * Blots out secrets in what a service says, however it quotes them: as they stand in a header, and written out
 * for JSON, also twice, for an address or for a page.
 */
export function secretsBlotter(secrets: readonly string[]): (text: string) => string {
	// n8n's helper leaves out of a header what cannot stand in one.
	const sent = secrets.map((secret) => secret.replace(/[^\x20-\x7e\x80-\xff]/g, '').trim());
	const all = longestFirst([...secrets, ...sent]);
	const spelled = longestFirst(sent).map((secret) => new RegExp(spellings(secret), 'gi'));
	return (text) => {
		// First as it is written out: the plain secret may be a part of that, and its rest would stay.
		const told =
			text.length > MAX_SPELLED_OUT
				? text
				: spelled.reduce((rest, pattern) => rest.replace(pattern, '•••'), text);
		return all.reduce(
			(rest, secret) => (rest.includes(secret) ? rest.replaceAll(secret, '•••') : rest),
			told,
		);
	};
}

/** One secret may begin another. */
function longestFirst(secrets: readonly string[]): string[] {
	return secrets
		.filter((secret) => secret.trim() !== '')
		.sort((one, other) => other.length - one.length);
}

function spellings(secret: string): string {
	return [...secret].map((sign) => `(?:${spellingsOf(sign).join('|')})`).join('');
}

/** The number of backslashes is limited, so that a run of them is not looked through from each of its places. */
function spellingsOf(sign: string): string[] {
	const code = sign.charCodeAt(0);
	const hex = code.toString(16);
	const entity = ENTITIES.get(sign);
	return [
		`\\\\{1,4}u${hex.padStart(4, '0')}`,
		`&#(?:0{0,4}${code}|x0{0,4}${hex});`,
		`${encodeURIComponent(sign).length > 1 ? encodeURIComponent(sign) : `%${hex}`}`,
		...(sign === ' ' ? ['\\+'] : []),
		...(entity === undefined ? [] : [`&${entity};`]),
		// Last, since the others may begin with the sign itself.
		`\\\\{0,4}\\u${hex.padStart(4, '0')}`,
	];
}
