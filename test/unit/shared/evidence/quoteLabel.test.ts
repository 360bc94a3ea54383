import fc from 'fast-check';
import { readLabels } from '../../../../nodes/shared/evidence/quoteLabel';

const speakers = new Set(['', 'a', 'b', 'dana', 'dr dana', 'abc', 'abcd', '12']);
const labels = (quote: string) => readLabels(quote, speakers);

test.each([
	['[00:09] we call', 'we call', 9_000],
	['(0:09) we call', 'we call', 9_000],
	['[1:02:03] we call', 'we call', 3_723_000],
	['[100:01] we call', 'we call', 6_001_000],
	['[00:09 - 00:12] we call', 'we call', 9_000],
	['[00:09-00:12] we call', 'we call', 9_000],
	['[00:09 – 00:12] we call', 'we call', 9_000],
	['[00:09—00:12] we call', 'we call', 9_000],
	[' [00:09] - we call', 'we call', 9_000],
	['00:09 - we call', 'we call', 9_000],
	['00:09 – we call', 'we call', 9_000],
	['00:09— we call', 'we call', 9_000],
	['we call [00:09]', 'we call', 9_000],
	['we call (00:09) ', 'we call', 9_000],
	['[00:09] we call [00:12]', 'we call', 9_000],
])('the time of %j', (quote, words, startMs) => {
	expect(labels(quote)).toEqual({ words, place: { startMs } });
});

test.each([
	'we call',
	'10:30 on Monday',
	'[0009] we call',
	'[00:9] we call',
	'Note: we call',
	'we call - today',
	'Speaker: we call',
	'',
])('%j has no label', (quote) => {
	expect(labels(quote)).toEqual({ words: quote, place: {} });
});

test.each([
	['A: we call', ' we call', 'a'],
	['Dana: we call', ' we call', 'dana'],
	[' Dana : we call', ' we call', 'dana'],
	['Speaker A: we call', ' we call', 'a'],
	['SPEAKER C: we call', ' we call', 'c'],
	['*Speaker xyz: we call', ' we call', 'xyz'],
	['Sprecher A: we call', ' we call', 'a'],
	['Agent abc: we call', ' we call', 'abc'],
	['we call - Dana', 'we call', 'dana'],
	['we call – Speaker A', 'we call', 'a'],
	['“we call”—Dana', '“we call', 'dana'],
	['"we call"-Dana', '"we call', 'dana'],
])('the speaker of %j', (quote, words, speaker) => {
	expect(labels(quote)).toEqual({ words, place: { speaker } });
});

test.each([
	['nobody known', 'Sprecher C: we call'],
	['a longer name behind another word', 'Agent abcd: we call'],
	['a longer name behind Speaker', 'Speaker wxyz: we call'],
	['three words', 'The speaker A: we call'],
	['a word that only ends so', 'Loudspeaker C: we call'],
	['a name of signs', '??: we call'],
	['a dash within a word', 'we call-Dana'],
])('no speaker: %s', (_, quote) => {
	expect(labels(quote)).toEqual({ words: quote, place: {} });
});

test.each([
	['[00:09] Speaker A: we call', ' we call', 9_000, 'a'],
	['Speaker A [00:09]: we call', ' we call', 9_000, 'a'],
	['Dana (00:09) we call', ' we call', 9_000, 'dana'],
	['00:09 Dana: we call', ' we call', 9_000, 'dana'],
	['[00:09] Dana [00:12]: we call', ' we call', 9_000, 'dana'],
	['Dana: we call [00:09]', ' we call', 9_000, 'dana'],
	['[00:09] we call - Dana', 'we call', 9_000, 'dana'],
	['Speaker A: we call - Dana', ' we call', undefined, 'a'],
	['we call - Dana [00:09]', 'we call', 9_000, 'dana'],
])('time and speaker of %j', (quote, words, startMs, speaker) => {
	const place = { ...(startMs !== undefined && { startMs }), speaker };
	expect(labels(quote)).toEqual({ words, place });
});

test.each([
	['we call [00:12] them', 'we call  them'],
	['we call[00:12]', 'we call '],
	['we call [00:12] Nobody: them', 'we call   them'],
	['we call [1:00:12]Dana: them', 'we call   them'],
	['we call (00:12) them', 'we call (00:12) them'],
	['we call\nDana: them', 'we call\n them'],
	['we call\nSpeaker A: them\nNote: that', 'we call\n them\nNote: that'],
])('labels within %j are left out', (quote, words) => {
	expect(labels(quote)).toEqual({ words, place: {} });
});

test('a label has forty letters of a name at most', () => {
	const named = (length: number) => {
		const name = 'n'.repeat(length);
		return readLabels(`${name}: we call`, new Set([name])).place;
	};
	expect(named(40)).toEqual({ speaker: 'n'.repeat(40) });
	expect(named(41)).toEqual({});
});

test('a label stands within a hundred signs of an end', () => {
	const blanks = (count: number) => ' '.repeat(count);
	expect(labels(`${blanks(93)}[00:09]we`).place).toEqual({ startMs: 9_000 });
	expect(labels(`${blanks(94)}[00:09]we`).place).toEqual({});
	expect(labels(`we ${'[00:09]'}${blanks(92)}`).place).toEqual({ startMs: 9_000 });
	expect(labels(`we ${'[00:09]'}${blanks(93)}`).place).toEqual({});
});

test('whatever is labelled, the words between the labels are those that were quoted', () => {
	const words = fc.stringMatching(/^[a-z]{2,9}( [a-z]{2,9}){0,5}$/);
	const two = fc.integer({ min: 0, max: 59 });
	fc.assert(
		fc.property(words, two, two, (said, minutes, seconds) => {
			const time = [minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':');
			const read = labels(`[${time}] Speaker A: ${said}`);
			expect(read.words.trim()).toBe(said);
			expect(read.place).toEqual({ startMs: 1_000 * (60 * minutes + seconds), speaker: 'a' });
		}),
	);
});
