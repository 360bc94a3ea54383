import fc from 'fast-check';
import { splitText } from '../../../../../nodes/shared/n8n/parameters/splitText';
import { workOf } from '../../../../support/unit/work';

const trimmed = (text: string) => splitText(text).map((entry) => entry.trim());

test.each<[string, string[]]>([
	['a, b', ['a', 'b']],
	['a', ['a']],
	['a\nb, c', ['a', 'b, c']],
	['a，b、c', ['a', 'b', 'c']],
	['محمد، علي', ['محمد', 'علي']],
	['a; b', ['a', 'b']],
	['a; b, c', ['a; b', 'c']],
	['"a, b", c', ['a, b', 'c']],
	['"a", "b"', ['a', 'b']],
	['a 5" disk, b', ['a 5" disk', 'b']],
	['"a, b', ['"a', 'b']],
	['', ['']],
])('%j is %j', (text, values) => {
	expect(trimmed(text)).toEqual(values);
});

test('values without marks of their own come out as they went in', () => {
	const value = fc.stringMatching(/^[^\n",;，、،；]+$/u);
	fc.assert(
		fc.property(fc.array(value, { minLength: 1 }), (values) => {
			expect(splitText(values.join(','))).toEqual(values);
		}),
	);
});

test('marks within a long value take work in proportion to its length', () => {
	const work = (marks: number) => workOf(() => splitText('{"a":'.repeat(marks)));
	const short = Math.max(20, work(12_000));
	expect(work(48_000)).toBeLessThanOrEqual(short * 10);
});
