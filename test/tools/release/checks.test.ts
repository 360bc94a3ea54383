import { releaseProblems, type ReleaseFacts } from '../../../tools/release/checks';
import { findPlaceholders } from '../../../tools/release/placeholders';

const ready: ReleaseFacts = {
	version: '1.2.0',
	versionBeside: '1.2.0',
	versionInCode: '1.2.0',
	changelog: '## [Unreleased]\n\n## [1.2.0] - 2026-11-26\n\n- More\n',
	today: '2026-11-26',
	changes: [],
	branch: 'main',
	tags: ['v1.0.0', 'v1.1.0'],
	placeholders: [],
};

test('a commit that is ready has no problems', () => {
	expect(releaseProblems(ready)).toEqual([]);
});

test.each<[Partial<ReleaseFacts>, string]>([
	[
		{ changes: [' M README.md', '?? notes.md'] },
		'The working tree is not clean: M README.md, ?? notes.md',
	],
	[{ branch: 'topic' }, 'Releases are made on main, and this is topic'],
	[{ branch: '' }, 'Releases are made on main, and this is no branch'],
	[{ tags: ['v1.2.0'] }, 'The tag v1.2.0 is there already'],
	[{ versionBeside: '1.1.0' }, 'package.json has the version 1.2.0, that of the chat model 1.1.0'],
	[{ versionInCode: '1.1.0' }, 'package.json has the version 1.2.0, nodes/shared/version.ts 1.1.0'],
	[
		{ versionInCode: undefined },
		'package.json has the version 1.2.0, nodes/shared/version.ts none',
	],
	[
		{ changelog: '## [Unreleased]\n\n## [1.2.0]\n\n- More\n' },
		'CHANGELOG.md has no date for 1.2.0',
	],
	[
		{ placeholders: ['package.json: the repository'] },
		'A placeholder is left in package.json: the repository',
	],
])('%j is in the way', (fact, problem) => {
	expect(releaseProblems({ ...ready, ...fact })).toEqual([problem]);
});

test('placeholders are found wherever users meet them', () => {
	const files = new Map([
		['package.json', '"https://github.com/n8n-nodes-assemblyai-ask/x.git", "a@b.example"'],
		['.github/CODEOWNERS', '* @n8n-nodes-assemblyai-ask/maintainers'],
		['README.md', 'npm install n8n-nodes-assemblyai-ask, https://n8n.example.com/webhook'],
	]);
	expect(findPlaceholders(files)).toEqual([
		'package.json: the repository',
		"package.json: the maintainers' mail",
		".github/CODEOWNERS: the maintainers' team",
	]);
});
