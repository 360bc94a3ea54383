import { readFileSync } from 'node:fs';
import path from 'node:path';
import { quoteFigures } from '../../../tools/quotes/figures';
import { meetsTargets, pageOf } from '../../../tools/quotes/page';

const figures = quoteFigures();

test.each(figures)('of a call in $language nothing that was changed is verified', ({ changed }) => {
	expect(changed.byId).toEqual({ ...changed.byId, verified: 0 });
	expect(changed.asText).toEqual({ ...changed.asText, verified: 0 });
});

test('the targets are met in at least twelve languages', () => {
	expect(figures.length).toBeGreaterThanOrEqual(12);
	expect(meetsTargets(figures)).toBe(true);
});

test('the page of the documentation has these figures', () => {
	const page = readFileSync(path.join(__dirname, '../../../docs/quotes.md'), 'utf8');
	expect(plain(page)).toBe(plain(pageOf(figures)));
});

/** Whatever the formatter does to a table. */
function plain(page: string): string {
	return page.replace(/-{2,}:?/g, '-').replace(/[ \t]+/g, ' ');
}
