import { readFileSync } from 'node:fs';
import path from 'node:path';

const DOCS = path.resolve(__dirname, '../../../docs');
const page = readFileSync(path.join(DOCS, 'security.md'), 'utf8');

const rows = page
	.split('\n')
	.filter((line) => line.startsWith('| ') && !line.startsWith('| Attack'))
	.map((line) => line.split('|').map((cell) => cell.trim()))
	.map(([, attack = '', , heldBy = '']) => ({ attack, heldBy }));

test('there are attacks on the page', () => {
	expect(rows.length).toBeGreaterThan(30);
});

test.each(rows)('what holds "$attack" is there', ({ heldBy }) => {
	if (heldBy === 'Not held by a test') return;
	const named = [...heldBy.matchAll(/\]\(([^)]+)\): \*([^*]+)\*/g)];
	expect(named.length).toBeGreaterThan(0);
	for (const [, file = '', title = ''] of named) {
		expect(readFileSync(path.join(DOCS, file), 'utf8')).toContain(title);
	}
});
