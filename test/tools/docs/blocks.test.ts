import { execFileSync } from 'node:child_process';
import { allBlocks, PAGES, ROOT } from './pages/pages';

/** What some test looks into, and what is no code: text, and a block without a name. */
const KNOWN = ['bash', 'json', 'text', 'ts', ''];

test('each block has a language that a test knows, so that none is passed over', () => {
	expect(allBlocks().length).toBeGreaterThan(25);
	expect(allBlocks().filter(({ language }) => !KNOWN.includes(language))).toEqual([]);
});

test('each page of the repository is one of those that tests read', () => {
	const files = execFileSync('git', ['ls-files', '*.md'], { cwd: ROOT, encoding: 'utf8' });
	expect([...PAGES].sort()).toEqual(files.trim().split('\n').sort());
});
