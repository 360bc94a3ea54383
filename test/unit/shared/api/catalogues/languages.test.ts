import { readFileSync } from 'node:fs';
import path from 'node:path';
import { languageCode, LANGUAGES } from '../../../../../nodes/shared/api/catalogues/languages';

test('each language has a code and an English name of its own', () => {
	const codes = new Set(LANGUAGES.map(({ code }) => code));
	const names = new Set(LANGUAGES.map(({ name }) => name));
	expect(codes.size).toBe(LANGUAGES.length);
	expect(names.size).toBe(LANGUAGES.length);
	// Without its language data Node names a language by its code.
	expect(LANGUAGES.filter(({ code, name }) => name === code || name === '')).toEqual([]);
});

test('they are those of the official SDK', () => {
	const types = path.resolve(
		__dirname,
		'../../../../../node_modules/assemblyai/dist/types/openapi.generated.d.ts',
	);
	const [, union = ''] =
		/type TranscriptLanguageCode = (.+);/.exec(readFileSync(types, 'utf8')) ?? [];
	const codes = [...union.matchAll(/"([a-z_]+)"/g)].map(([, code]) => code);
	expect(codes.length).toBeGreaterThan(50);
	expect(LANGUAGES.map(({ code }) => code).sort()).toEqual(codes.sort());
});

test('they stand in the order of their names', () => {
	const names = LANGUAGES.map(({ name }) => name);
	expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other)));
});

test.each([
	['en', 'English'],
	['en_uk', 'British English'],
	['en_us', 'American English'],
	['no', 'Norwegian'],
	['haw', 'Hawaiian'],
	['jw', 'Javanese'],
])('%s is %s', (code, name) => {
	expect(LANGUAGES).toContainEqual({ code, name });
});

describe('the code of a language', () => {
	test.each([
		['de', 'de'],
		['DE', 'de'],
		['de-DE', 'de'],
		['de_AT', 'de'],
		['de-CH', 'de_ch'],
		['German', 'de'],
		['Deutsch', 'de'],
		['German (de)', 'de'],
		['deu', 'de'],
		['ger', 'de'],
		['fra-CA', 'fr'],
		['cmn', 'zh'],
		['pt-BR', 'pt'],
		['português', 'pt'],
		['en-US', 'en_us'],
		['en-GB', 'en_uk'],
		['en-NZ', 'en'],
		['British English', 'en_uk'],
		['zh-Hans-CN', 'zh'],
		['nb-NO', 'no'],
		['日本語', 'ja'],
		['iw', 'he'],
		['xx', 'xx'],
		['xx-YY', 'xx_yy'],
	])('%s is %s', (written, code) => {
		expect(languageCode(written)).toBe(code);
	});

	test.each(['Klingon', '', 'not a language', '42'])('%j is none', (written) => {
		expect(languageCode(written)).toBeUndefined();
	});

	test('of every language in the list is found by its name and its code', () => {
		for (const { code, name } of LANGUAGES) {
			expect([code, languageCode(code)]).toEqual([code, code]);
			expect([code, languageCode(name)]).toEqual([code, code]);
		}
	});
});
