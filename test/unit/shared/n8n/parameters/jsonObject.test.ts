import fc from 'fast-check';
import { jsonObject } from '../../../../../nodes/shared/n8n/parameters/jsonObject';
import { messageOf } from '../../../../support/unit/messageOf';

test.each([
	['', {}],
	['  ', {}],
	['{}', {}],
	[' {"a": [1, null]} ', { a: [1, null] }],
	[{ a: 1 }, { a: 1 }],
])('%j is %j', (value, expected) => {
	expect(jsonObject.parse(value)).toEqual(expected);
});

test.each(['[]', 'null', '7', '"text"'])('the text %s is no JSON object', (value) => {
	expect(messageOf(jsonObject, value)).toBe('it is not a JSON object');
});

test.each([
	['{"a":', 'in line 1, column 6 a value belongs, and there is the end'],
	["{'a': 1}", 'in line 1, column 2 a name in quotation marks or } belongs, and there is "\'"'],
	['undefined', 'in line 1, column 1 a value belongs, and there is "u"'],
])('the text %s is no JSON, %s', (value, place) => {
	expect(messageOf(jsonObject, value)).toBe(`it is not valid JSON: ${place}`);
});

test.each([null, 7, true, [], [{ a: 1 }]])('neither is the value %j', (value) => {
	expect(messageOf(jsonObject, value)).toBe('it is not a JSON object');
});

test.each([undefined, '{"__proto__": 1}', { ['__proto__']: 1 }])(
	'what is no text is told of without a place in it: %j',
	(value) => {
		const isOwn = value !== undefined;
		expect(messageOf(jsonObject, value)).toBe(
			isOwn ? 'it has the key __proto__, which would be lost' : 'it is not a JSON object',
		);
	},
);

test('any JSON object comes through as text and as a value', () => {
	const anyObject = fc.dictionary(
		fc.string().filter((key) => key !== '__proto__'),
		fc.jsonValue(),
	);
	fc.assert(
		fc.property(anyObject, (object) => {
			const text = JSON.stringify(object);
			expect(JSON.stringify(jsonObject.parse(text))).toBe(text);
			expect(jsonObject.parse(object)).toEqual(object);
		}),
	);
});
