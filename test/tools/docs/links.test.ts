import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { PAGES, proseOf, ROOT } from './pages/pages';

const LINK = /\]\(([^()\s]+)\)/g;
/** Links and pictures in the other forms that Markdown has, which would not be followed here. */
const OTHER_LINK = /\]\((?![^()\s]+\))|^ {0,3}\[[^\]]+\]: |<(?:a|img|source)\b|\bhref=/m;

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(page: string): Set<string> {
	const anchors = new Set<string>();
	for (const [, heading = ''] of proseOf(page).matchAll(/^#{1,6} (.+)$/gm)) {
		const plain = heading.replace(/\]\([^)]*\)/g, '');
		const anchor = plain
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.trim()
			.replace(/\s/g, '-');
		let unique = anchor;
		for (let count = 1; anchors.has(unique); count++) unique = `${anchor}-${count}`;
		anchors.add(unique);
	}
	return anchors;
}

/** What is wrong with the links of a page. */
function deadLinksOf(page: string): string[] {
	const targets = [...proseOf(page).matchAll(LINK)].map(([, target = '']) => target);
	return targets.filter((target) => {
		if (/^[a-z]+:/.test(target)) return !URL.canParse(target);
		const [file = '', anchor] = target.split('#');
		const place = file === '' ? page : path.join(path.dirname(page), file);
		if (!existsSync(path.join(ROOT, place))) return true;
		if (anchor === undefined) return false;
		return statSync(path.join(ROOT, place)).isDirectory() || !anchorsOf(place).has(anchor);
	});
}

test.each(PAGES)('the links of %s lead somewhere', (page) => {
	expect(deadLinksOf(page)).toEqual([]);
});

test.each(PAGES)('%s has links in one form only', (page) => {
	expect(OTHER_LINK.exec(proseOf(page))?.[0]).toBeUndefined();
});

test('there are links, to anchors as well', () => {
	const all = PAGES.flatMap((page) => [...proseOf(page).matchAll(LINK)]);
	expect(all.length).toBeGreaterThan(150);
	expect(all.filter(([, target = '']) => target.includes('#')).length).toBeGreaterThan(20);
});

test('every page is linked from another one', () => {
	const linked = new Set(
		PAGES.flatMap((page) =>
			[...proseOf(page).matchAll(LINK)].map(([, target = '']) =>
				path.join(path.dirname(page), target.split('#')[0] ?? ''),
			),
		),
	);
	// GitHub shows these by itself.
	const known = [
		...['README.md', 'SECURITY.md', 'docs/decisions/README.md'],
		...['.github/pull_request_template.md', 'packages/n8n-nodes-assemblyai-chat-model/README.md'],
	];
	expect(PAGES.filter((page) => !linked.has(page) && !known.includes(page))).toEqual([]);
});
