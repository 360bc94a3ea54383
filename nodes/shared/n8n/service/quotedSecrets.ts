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
	const all = [...secrets, ...sent]
		.filter((secret) => secret.trim() !== '')
		.sort((one, other) => other.length - one.length);
	const spelled = sent.filter(Boolean).map((secret) => new RegExp(spellings(secret), 'gi'));
	return (text) => {
		const plain = all.reduce(
			(told, secret) => (told.includes(secret) ? told.replaceAll(secret, '•••') : told),
			text,
		);
		if (plain.length > MAX_SPELLED_OUT) return plain;
		return spelled.reduce((told, pattern) => told.replace(pattern, '•••'), plain);
	};
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
		`\\\\{0,4}\\u${hex.padStart(4, '0')}`,
		`\\\\{1,4}u${hex.padStart(4, '0')}`,
		`&#(?:0{0,4}${code}|x0{0,4}${hex});`,
		`${encodeURIComponent(sign).length > 1 ? encodeURIComponent(sign) : `%${hex}`}`,
		...(sign === ' ' ? ['\\+'] : []),
		...(entity === undefined ? [] : [`&${entity};`]),
	];
}
