import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isNoticed, placeOf, survivorLines, withVerdicts } from '../../../tools/mutation/report';
import type { Mutant } from '../../../tools/mutation/report';
import { ROOMS, ROOT, sectionsOf } from '../../../tools/mutation/sections';

const mutant = (status: string, line = 3): Mutant => ({
	file: 'nodes/shared/limiter.ts',
	mutatorName: 'BlockStatement',
	replacement: '{}',
	location: { start: { line, column: 5 }, end: { line: line + 1, column: 2 } },
	status,
});

test('all of a room is drawn by a share of 1, and each place is a declaration of its file', () => {
	for (const section of ROOMS.flatMap((room) => sectionsOf(room, 1, 1))) {
		const [file = '', lines = ''] = section.split(':');
		const [first = 0, last = 0] = lines.split('-').map(Number);
		const content = readFileSync(path.join(ROOT, file), 'utf8').split('\n');
		expect([section, content[first - 1]]).toEqual([
			section,
			expect.stringMatching(/^(?:export )?(?:async |abstract )*(?:function\*?|class|const|let) /),
		]);
		expect(last).toBeGreaterThanOrEqual(first);
		expect(last).toBeLessThanOrEqual(content.length);
	}
});

test('a seed draws the same part again, another one another part', () => {
	const drawn = sectionsOf('questions', 0.3, 1);
	expect(sectionsOf('questions', 0.3, 1)).toEqual(drawn);
	expect(sectionsOf('questions', 0.3, 2)).not.toEqual(drawn);
	expect(drawn.length).toBeGreaterThan(0);
	expect(drawn.length).toBeLessThan(sectionsOf('questions', 1, 1).length);
});

test.each([
	['Killed', true],
	['Timeout', true],
	['RuntimeError', true],
	['Survived', false],
	['NoCoverage', false],
])('a change that is %s is noticed: %s', (status, noticed) => {
	expect(isNoticed(mutant(status))).toBe(noticed);
});

test('more tests decide what fewer left open, and nothing else', () => {
	const first = [mutant('Survived', 3), mutant('NoCoverage', 9), mutant('Killed', 20)];
	const second = [mutant('Killed', 3), mutant('Survived', 9), mutant('Survived', 20)];
	expect(withVerdicts(first, second).map(({ status }) => status)).toEqual([
		'Killed',
		'Survived',
		'Killed',
	]);
});

test('a place is told in the form that Stryker takes, and what stayed unnoticed in one line', () => {
	expect(placeOf(mutant('Survived'))).toBe('nodes/shared/limiter.ts:3:4-4:1');
	expect(survivorLines([mutant('Killed'), mutant('Survived')])).toEqual([
		'nodes/shared/limiter.ts:3:5 Survived: BlockStatement → {}',
	]);
});
