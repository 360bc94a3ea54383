import fc from 'fast-check';
import { textList } from '../../../../../../nodes/shared/n8n/parameters/parsers';
import { vocabularyOptions } from '../../../../../../nodes/AssemblyAiTranscribe/operations/audio/options/vocabulary';
import { messageOf } from '../../../../../support/unit/messageOf';

const { request } = vocabularyOptions;

describe('several values in one field', () => {
	test.each([
		['', []],
		[' , ', []],
		['MapCare', ['MapCare']],
		['MapCare, Harbor Point,', ['MapCare', 'Harbor Point']],
		['MapCare\nHarbor Point\n', ['MapCare', 'Harbor Point']],
		['MapCare\r\nHarbor Point', ['MapCare', 'Harbor Point']],
		['Smith, John\nDoe, Jane', ['Smith, John', 'Doe, Jane']],
		[
			['MapCare', ' Harbor Point ', '', 911],
			['MapCare', 'Harbor Point', '911'],
		],
	])('%j is %j', (value, list) => {
		expect(textList.parse(value)).toEqual(list);
	});

	test.each([
		['["a", "b",]', ['a', 'b']],
		["['a', 'b']", ['a', 'b']],
		['[a, b]', ['a', 'b']],
		['[laughter]', ['[laughter]']],
		[
			[['a', 'b'], 'c', null, ''],
			['a', 'b', 'c'],
		],
	])('%j is a list', (value, list) => {
		expect(textList.parse(value)).toEqual(list);
	});

	test.each([7, { a: 1 }, [{ a: 1 }]])('%j is none', (value) => {
		expect(textList.safeParse(value).success).toBe(false);
	});

	test('are what was put together, whatever separates them', () => {
		const term = fc.stringMatching(/^[A-Za-z][A-Za-z -]{0,10}[a-z]$/);
		fc.assert(
			fc.property(fc.array(term), fc.constantFrom(', ', ',', '\n', '\r\n'), (terms, separator) => {
				expect(textList.parse(terms.join(separator))).toEqual(terms);
			}),
		);
	});
});

test.each([
	[{}, {}],
	[{ keytermsPrompt: '' }, {}],
	[{ keytermsPrompt: [] }, {}],
	[{ keytermsPrompt: 'MapCare, Harbor Point' }, { keyterms_prompt: ['MapCare', 'Harbor Point'] }],
	[{ keytermsPrompt: 'one two three four five six' }, { keyterms_prompt: [expect.any(String)] }],
])('%j becomes %j', (set, parameters) => {
	expect(request.parse(set)).toEqual(parameters);
});

test('a thousand keyterms are accepted, one more is not', () => {
	const terms = Array.from({ length: 1001 }, (_, n) => `term ${n}`);
	expect(request.safeParse({ keytermsPrompt: terms.slice(1) }).success).toBe(true);
	expect(messageOf(request, { keytermsPrompt: terms })).toBe(
		'there are more than 1000 keyterms, the most that the service takes',
	);
});

test('a keyterm of seven words is not accepted', () => {
	expect(messageOf(request, { keytermsPrompt: ['fine', 'a b  c d e f g'] })).toBe(
		'a keyterm has more than 6 words, the most that the service takes',
	);
});
