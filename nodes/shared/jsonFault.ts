/** What may come next in a JSON text, in words for a person. */
type Expected =
	| 'a value'
	| 'a value or ]'
	| 'a name in quotation marks'
	| 'a name in quotation marks or }'
	| 'a colon'
	| 'a comma or ]'
	| 'a comma or }'
	| 'nothing more';

const SPACE = /[ \t\r\n]*/y;
const TEXT = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const OTHER_VALUE = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * The first place at which a text is no JSON, by line and column, and what belongs there. JSON.parse says it in
 * other words in each version of Node, and not in all of them. Takes time that grows with the length.
 * @returns `undefined` when the text is JSON
 */
export function jsonFault(text: string): string | undefined {
	const open: Array<'[' | '{'> = [];
	let expected: Expected = 'a value';
	let at = endOf(SPACE, text, 0) ?? 0;
	for (;;) {
		if (expected === 'nothing more' && at === text.length) return undefined;
		const step = stepAt(text, at, expected, open);
		if (!step) return `${placeOf(text, at)} ${expected} belongs, and there is ${foundAt(text, at)}`;
		expected = step.next;
		at = endOf(SPACE, text, step.end) ?? step.end;
	}
}

interface Step {
	end: number;
	next: Expected;
}

/** @returns `undefined` where something else stands than may come next */
function stepAt(
	text: string,
	at: number,
	expected: Expected,
	open: Array<'[' | '{'>,
): Step | undefined {
	const sign = text[at];
	const end = at + 1;
	switch (expected) {
		case 'a value or ]':
			return sign === ']' ? closed(end, open) : valueAt(text, at, open);
		case 'a value':
			return valueAt(text, at, open);
		case 'a name in quotation marks or }':
			return sign === '}' ? closed(end, open) : nameAt(text, at);
		case 'a name in quotation marks':
			return nameAt(text, at);
		case 'a colon':
			return sign === ':' ? { end, next: 'a value' } : undefined;
		case 'a comma or ]':
			if (sign === ']') return closed(end, open);
			return sign === ',' ? { end, next: 'a value' } : undefined;
		case 'a comma or }':
			if (sign === '}') return closed(end, open);
			return sign === ',' ? { end, next: 'a name in quotation marks' } : undefined;
		case 'nothing more':
			return undefined;
	}
}

function valueAt(text: string, at: number, open: Array<'[' | '{'>): Step | undefined {
	const sign = text[at];
	if (sign === '[' || sign === '{') {
		open.push(sign);
		return { end: at + 1, next: sign === '[' ? 'a value or ]' : 'a name in quotation marks or }' };
	}
	const end = endOf(TEXT, text, at) ?? endOf(OTHER_VALUE, text, at);
	return end === undefined ? undefined : { end, next: behindValue(open) };
}

function nameAt(text: string, at: number): Step | undefined {
	const end = endOf(TEXT, text, at);
	return end === undefined ? undefined : { end, next: 'a colon' };
}

function closed(end: number, open: Array<'[' | '{'>): Step {
	open.pop();
	return { end, next: behindValue(open) };
}

function behindValue(open: ReadonlyArray<'[' | '{'>): Expected {
	const around = open.at(-1);
	if (around === undefined) return 'nothing more';
	return around === '[' ? 'a comma or ]' : 'a comma or }';
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : undefined;
}

function placeOf(text: string, at: number): string {
	const before = text.slice(0, at).split('\n');
	return `in line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}

function foundAt(text: string, at: number): string {
	const sign = [...text.slice(at, at + 2)][0];
	if (sign === undefined) return 'the end';
	if (sign !== '"') return `"${sign}"`;
	return endOf(TEXT, text, at) === undefined
		? 'a text that does not end in its line'
		: 'another text';
}
