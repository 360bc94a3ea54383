import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
	changelogProblems,
	datedChangelog,
	readChangelog,
	UNRELEASED,
} from '../../../tools/release/changelog';

const text = `# Changelog

In some form.

## [Unreleased]

## [1.1.0] - 2026-11-20

### Added

- Something [linked](docs/a.md)

## [1.0.0] - 2026-11-01

- The first
`;

const TODAY = '2026-11-26';

test('the sections are read in their order, with their notes', () => {
	expect(readChangelog(text)).toEqual([
		{ version: 'Unreleased', date: undefined, notes: '' },
		{ version: '1.1.0', date: '2026-11-20', notes: '### Added\n\n- Something [linked](docs/a.md)' },
		{ version: '1.0.0', date: '2026-11-01', notes: '- The first' },
	]);
});

test('a version with a date and notes can be released', () => {
	expect(changelogProblems(text, '1.1.0', TODAY)).toEqual([]);
});

test.each([
	['1.2.0', text, ['CHANGELOG.md does not have the version 1.2.0']],
	['1.1.0', text.replace(' - 2026-11-20', ''), ['CHANGELOG.md has no date for 1.1.0']],
	['1.1.0', text.replace('2026-11-20', '2026-02-30'), ['CHANGELOG.md has no date for 1.1.0']],
	['1.1.0', text.replace('2026-11-20', '20.11.2026'), ['CHANGELOG.md has no date for 1.1.0']],
	['1.1.0', text.replace('2026-11-20', '2026-11-27'), ['CHANGELOG.md dates 1.1.0 to the future']],
	['1.0.0', text.replace('- The first', ''), ['CHANGELOG.md says nothing of 1.0.0']],
	[
		'1.1.0',
		text.replace('## [Unreleased]', '## [Unreleased]\n\n- More'),
		['CHANGELOG.md has entries under [Unreleased], which belong to no version'],
	],
	['1.1.0', text.replace('## [Unreleased]', ''), ['CHANGELOG.md does not begin with [Unreleased]']],
])('%s cannot be released (%#)', (version, changelog, problems) => {
	expect(changelogProblems(changelog, version, TODAY)).toEqual(problems);
});

test('what was unreleased gets a version and a date', () => {
	const before = text.replace('## [Unreleased]', '## [Unreleased]\n\n- More');
	const after = datedChangelog(before, '1.2.0', TODAY);
	expect(readChangelog(after).slice(0, 3)).toEqual([
		{ version: 'Unreleased', date: undefined, notes: '' },
		{ version: '1.2.0', date: TODAY, notes: '- More' },
		expect.objectContaining({ version: '1.1.0' }),
	]);
	expect(after.replace(`## [1.2.0] - ${TODAY}\n\n`, '')).toBe(before);
	expect(changelogProblems(after, '1.2.0', TODAY)).toEqual([]);
});

test('no version is written twice', () => {
	expect(() => datedChangelog(text, '1.0.0', TODAY)).toThrow(
		'CHANGELOG.md has the version 1.0.0 already',
	);
	expect(() => datedChangelog('# Changelog', '1.0.0', TODAY)).toThrow(
		'CHANGELOG.md has no heading ## [Unreleased]',
	);
});

test('the changelog of this repository is in this form', () => {
	const own = readFileSync(path.resolve(__dirname, '../../../CHANGELOG.md'), 'utf8');
	const [first, ...released] = readChangelog(own);
	expect(first?.version).toBe(UNRELEASED);
	expect(own.match(/^## /gm)).toHaveLength(1 + released.length);
	for (const { date } of released) expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
});
