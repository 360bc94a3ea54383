import type { INodeProperties } from 'n8n-workflow';
import {
	labelOf,
	listInText,
	typedValue,
} from '../../../../../nodes/shared/n8n/parameters/typedValue';

const field = (type: INodeProperties['type'], rest: Partial<INodeProperties> = {}) => ({
	...{ displayName: 'Field', name: 'field', type, default: 'preset' },
	...rest,
});

test.each(['boolean', 'number', 'options', 'string', 'collection'] as const)(
	'nothing is the default of a %s',
	(type) => {
		for (const nothing of [undefined, null, '', '  ', []]) {
			expect(typedValue(field(type), nothing)).toBe('preset');
		}
	},
);

test.each([
	['boolean', 'true', true],
	['boolean', ' Yes ', true],
	['boolean', 'ON', true],
	['boolean', 1, true],
	['boolean', '0', false],
	['boolean', 'false', false],
	['boolean', 'No', false],
	['boolean', 'perhaps', 'perhaps'],
	['boolean', 2, 2],
	['boolean', [true], true],
	['boolean', [true, false], [true, false]],
	['number', ['2.000'], '2.000'],
	['number', '0.125', 0.125],
	['number', '30', 30],
	['number', ' -1.5 ', -1.5],
	['number', '1,5', '1,5'],
	['number', '1e3', '1e3'],
	['number', '0x10', '0x10'],
	['number', true, true],
	['string', 42, '42'],
	['string', false, 'false'],
	['string', ['a'], ['a']],
	['json', 7, 7],
] as const)('%s: %j is %j', (type, value, expected) => {
	expect(typedValue(field(type), value)).toEqual(expected);
});

test.each([
	['mp3', 'mp3'],
	['MP3', 'mp3'],
	['Best Quality', 'wav'],
	[2, 2],
	['2', 2],
	['new', 'new'],
	[['mp3'], 'mp3'],
])('options: %j is %j', (value, expected) => {
	const options = [
		{ name: 'MP3', value: 'mp3' },
		{ name: 'Best Quality', value: 'wav' },
		{ name: 'Second', value: 2 },
	];
	expect(typedValue(field('options', { options }), value)).toEqual(expected);
});

describe('several options', () => {
	const options = [
		{ name: 'MP3', value: 'mp3' },
		{ name: 'Best, of All', value: 'wav' },
		{ name: 'Second', value: 2 },
	];
	const chosen = (value: unknown) => typedValue(field('multiOptions', { options }), value);

	test.each([
		['MP3', ['mp3']],
		['mp3, Second', ['mp3', 2]],
		['mp3,new', ['mp3', 'new']],
		// A label with a comma in it is one.
		['Best, of All', ['wav']],
		['best, of all', ['wav']],
		['["MP3", "2"]', ['mp3', 2]],
		["['MP3', 'new',]", ['mp3', 'new', '']],
		['[mp3]', '[mp3]'],
		['new', 'new'],
		['[{"a": 1}]', '[{"a": 1}]'],
		['{{ $json.formats }}', '{{ $json.formats }}'],
		[
			['MP3', 2, 'new', true],
			['mp3', 2, 'new', true],
		],
		[{ mp3: true }, { mp3: true }],
		[2, 2],
	])('%j are %j', (value, expected) => {
		expect(chosen(value)).toEqual(expected);
	});

	test.each([
		['no list', undefined],
		['[]', []],
		[' [1, "two"] ', [1, 'two']],
		["['one', 'two']", ['one', 'two']],
		['[one, two]', ['one', 'two']],
		['["one", “two”]', ['one', '“two”']],
		["['one]", ["'one"]],
		['[`one`, "]', ['one', '"']],
		['[one]', undefined],
		['[one, two', undefined],
		['[one, [two]]', undefined],
		['[one, {two}]', undefined],
	])('the list in %j is %j', (text, expected) => {
		expect(listInText(text)).toEqual(expected);
	});
});

const collection = field('collection', {
	displayName: 'Options',
	options: [
		field('number', { displayName: 'Limit', name: 'limit' }),
		field('fixedCollection', {
			...{ displayName: 'Speakers', name: 'speakers' },
			options: [
				{
					...{ displayName: 'Speaker', name: 'speaker' },
					values: [field('boolean', { displayName: 'Is Known', name: 'isKnown' })],
				},
			],
		}),
	],
});

test('parts of collections are read likewise, and left out where they are nothing', () => {
	expect(
		typedValue(collection, {
			limit: '7',
			speakers: { speaker: [{ isKnown: 'yes' }, { isKnown: '' }, 'text'] },
			other: '8',
		}),
	).toEqual({ limit: 7, speakers: { speaker: [{ isKnown: true }, {}, 'text'] }, other: '8' });
	expect(typedValue(collection, { limit: '', speakers: { speaker: { isKnown: 'no' } } })).toEqual({
		speakers: { speaker: { isKnown: false } },
	});
});

test.each([
	[[], 'Options'],
	[['limit'], 'Options → Limit'],
	[['speakers', 'speaker', 1, 'isKnown'], 'Options → Speakers, entry 2 → Is Known'],
	[['speakers', 'speaker', 1], 'Options → Speakers, entry 2'],
	[['speakers', 'isKnown'], 'Options → Speakers → Is Known'],
	[['unknown', 'part'], 'Options'],
])('the label of %j is %s', (path, label) => {
	expect(labelOf(collection, path)).toBe(label);
});
