import fc from 'fast-check';
import { jsonFault } from '../../../nodes/shared/jsonFault';

test.each([
	['', 'in line 1, column 1 a value belongs, and there is the end'],
	['[{', 'in line 1, column 3 a name in quotation marks or } belongs, and there is the end'],
	['[1,\n 2,\n]', 'in line 3, column 1 a value belongs, and there is "]"'],
	['[1 2]', 'in line 1, column 4 a comma or ] belongs, and there is "2"'],
	['[\n  {"a": 1 "b": 2}]', 'in line 2, column 11 a comma or } belongs, and there is another text'],
	["{'a': 1}", 'in line 1, column 2 a name in quotation marks or } belongs, and there is "\'"'],
	['{"a" 1}', 'in line 1, column 6 a colon belongs, and there is "1"'],
	[
		'{"a": "x\ny"}',
		'in line 1, column 7 a value belongs, and there is a text that does not end in its line',
	],
	['{“a”: 1}', 'in line 1, column 2 a name in quotation marks or } belongs, and there is "“"'],
	['{} x', 'in line 1, column 4 nothing more belongs, and there is "x"'],
	['[True]', 'in line 1, column 2 a value or ] belongs, and there is "T"'],
])('%j: %s', (text, fault) => {
	expect(jsonFault(text)).toBe(fault);
});

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

test('finds a fault in what is no JSON, and none in what is', () => {
	const nearlyJson = fc
		.tuple(fc.json(), fc.nat(), fc.nat(3), fc.constantFrom('', ',', '"', '{', ']', '\n', '1', '\\'))
		.map(([json, place, length, sign]) => {
			const at = place % (json.length + 1);
			return json.slice(0, at) + sign + json.slice(at + length);
		});
	fc.assert(
		fc.property(fc.oneof(fc.json(), nearlyJson, fc.string()), (text) => {
			expect(jsonFault(text) === undefined).toBe(isJson(text));
		}),
		{ numRuns: 2000 },
	);
});
