import { readFileSync } from 'node:fs';
import path from 'node:path';
import { judgeMedia } from '../../../../nodes/shared/audio/mediaFiles';

const page = readFileSync(path.resolve(__dirname, '../../../../docs/transcribe.md'), 'utf8');
const rows = [...page.matchAll(/^\| `([^`]+)`, `([^`]+)` \|[^|]+\| ([^|]+) \|/gm)].map(
	([, fileName = '', mimeType = '', verdict = '']) => ({ fileName, mimeType, verdict }),
);
const VERDICTS = { media: 'taken', other: 'passed over', untold: 'by content' };

test('the page has a table of formats', () => expect(rows).toHaveLength(15));

test.each(rows)('$fileName, $mimeType is $verdict', ({ verdict, ...file }) => {
	expect(VERDICTS[judgeMedia(file)]).toBe(verdict);
});
