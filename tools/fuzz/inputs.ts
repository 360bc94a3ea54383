import fc from 'fast-check';

/** Names that every object has without being given them. */
const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'length'];

const token = fc.constantFrom(
	...['{', '}', '[', ']', '"', ',', ':', '\\', '\n', ' ', '```json', '```', '<think>', '</think>'],
	...['{{ transcript }}', 'null', 'true', 'NaN', '1e999', '-0', '\u0000', '\ud800', '\u202e', 'é'],
	...[
		'yes',
		'no',
		'not',
		'2026-02-30',
		'1.299 €',
		'http://',
		'data:audio/mp3;base64,',
		'١٢',
		'|',
		'=',
	],
	...INHERITED,
);

/** Text as it may come from anybody: any characters, and the signs that readers look for. */
export const hostileText = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 60 }),
	fc
		.array(fc.oneof(token, fc.string({ maxLength: 5 })), { maxLength: 40 })
		.map((parts) => parts.join('')),
	fc.tuple(token, fc.integer({ min: 1, max: 3_000 })).map(([text, times]) => text.repeat(times)),
);

/** Any value that JSON can have, and names that objects inherit. */
export const anyJson = fc
	.letrec((tie) => ({
		value: fc.oneof(
			{ depthSize: 'small', withCrossShrink: true },
			fc.constantFrom(null, true, false, 0, -1, 1e308, ''),
			fc.double({ noNaN: true, noDefaultInfinity: true }),
			hostileText,
			fc.array(tie('value'), { maxLength: 4 }),
			fc.dictionary(
				fc.oneof(fc.constantFrom(...INHERITED), fc.string({ maxLength: 8 })),
				tie('value'),
				{
					maxKeys: 4,
				},
			),
		),
	}))
	.value.map((value): unknown => value);

/** One change to a document: where, counted over all its places, and what comes there. */
const change = fc.record({ at: fc.nat(), value: fc.option(anyJson, { nil: undefined }) });

/** A valid document with some of its values exchanged for others, or gone. */
export function changed(document: unknown): fc.Arbitrary<unknown> {
	return fc
		.array(change, { maxLength: 4 })
		.map((changes) => changes.reduce<unknown>((before, one) => withChange(before, one), document));
}

function withChange(document: unknown, { at, value }: { at: number; value: unknown }): unknown {
	const places = placesIn(document);
	const place = places[at % Math.max(1, places.length)] ?? [];
	return replaced(document, place, value);
}

type Place = ReadonlyArray<string | number>;

function placesIn(value: unknown, place: Place = []): Place[] {
	if (Array.isArray(value))
		return [place, ...value.flatMap((entry, index) => placesIn(entry, [...place, index]))];
	if (typeof value !== 'object' || value === null) return [place];
	return [
		place,
		...Object.entries(value).flatMap(([name, entry]) => placesIn(entry, [...place, name])),
	];
}

function replaced(within: unknown, [first, ...rest]: Place, value: unknown): unknown {
	if (first === undefined) return value;
	if (Array.isArray(within)) {
		return within.map((entry: unknown, index) =>
			index === first ? replaced(entry, rest, value) : entry,
		);
	}
	return Object.fromEntries(
		Object.entries(Object(within)).map(([name, entry]) => [
			name,
			name === first ? replaced(entry, rest, value) : entry,
		]),
	);
}

/** How a document may come over a line: as it is, cut off, or as something else altogether. */
export function asBody(document: unknown): fc.Arbitrary<string> {
	const text = changed(document).map((value) => JSON.stringify(value) ?? '');
	const cut = fc.tuple(text, fc.nat({ max: 400 })).map(([whole, end]) => whole.slice(0, end));
	return fc.oneof({ weight: 4, arbitrary: text }, cut, hostileText);
}
