const FUNCTION_WORDS = new Set(
	`a about above after again all also am an and any are as at be because been before being below between
	both but by can could did do does doing don down during each few for from further get got had has have
	having he her here hers him his how i if in into is it its just let like me more most my no nor not now
	of off on once only or other our out over own please really s same she should so some such t than that
	the their them then there these they this those through to too under until up us very was we well were
	what when where which while who whom why will with would yes you your yours`.split(/\s+/),
);

/** Lower-case words; apostrophes are dropped, so that "I'd" and "Id" are one. */
export function words(text: string): string[] {
	return (
		text
			.toLowerCase()
			.replace(/['’]/g, '')
			.match(/[\p{L}\p{N}]+/gu) ?? []
	);
}

/** The meaningful words of a text, without their endings. */
export function stems(text: string): string[] {
	return words(text)
		.filter((word) => !FUNCTION_WORDS.has(word))
		.map(stem);
}

const ENDINGS = [
	'ations',
	'ation',
	'ings',
	'ing',
	'ments',
	'ment',
	'ies',
	'edly',
	'ied',
	'ed',
	'ly',
	'es',
	's',
	'e',
	'y',
];

/** Cuts one ending; coarse, and the same on both sides of every comparison. */
export function stem(word: string): string {
	const ending = ENDINGS.find(
		(candidate) => word.endsWith(candidate) && word.length - candidate.length >= 3,
	);
	return ending === undefined ? word : word.slice(0, -ending.length);
}
