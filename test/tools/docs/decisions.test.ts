import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.resolve(__dirname, '../../../docs/decisions');
const read = (file: string) => readFileSync(path.join(FOLDER, file), 'utf8');
const records = readdirSync(FOLDER)
	.filter((file) => file !== 'README.md')
	.sort();

const rows = [
	...read('README.md').matchAll(
		/^\| \[(\d+)\]\(([^)]+)\) \| (.+?) \| (.+?) \| (.+?) \| (.+) \|$/gm,
	),
].map(([, number, file, title, decided, changed, status]) => ({
	number,
	file,
	title,
	decided,
	changed,
	status,
}));

test('the index lists every record, in order, and nothing else', () => {
	expect(rows.map(({ file }) => file)).toEqual(records);
});

test.each(rows)('$file is listed under its number and title, with its days and status', (row) => {
	const { number = '', file = '', title, decided = '', changed = '', status } = row;
	expect(file.startsWith(`${number}-`)).toBe(true);
	expect(read(file).split('\n')[0]).toBe(`# ${number} ${title}`);
	expect(decided).toMatch(/^\d{4}-\d\d-\d\d$/);
	expect(changed).toMatch(/^\d{4}-\d\d-\d\d$/);
	expect(decided <= changed).toBe(true);
	expect(status).toMatch(/^(in force|given up)/);
});

test.each(records)('what %s links to is there', (file) => {
	for (const [, target = ''] of read(file).matchAll(/\]\(([^)#:]+?)(?:#[^)]*)?\)/g)) {
		expect(readFileSync(path.join(FOLDER, target), 'utf8')).not.toBe('');
	}
});
