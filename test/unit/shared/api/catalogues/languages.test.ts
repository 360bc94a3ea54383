import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LANGUAGES } from '../../../../../nodes/shared/api/catalogues/languages';

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
