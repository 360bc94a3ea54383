import { DateTime } from 'luxon';
import { calendarDay } from '../../../../../nodes/shared/n8n/parameters/calendarDay';

test.each<[string, unknown, string | undefined]>([
	['a day', '2026-03-04', '2026-03-04'],
	['a time, whose day is the one that is written', '2026-03-04T23:30:00-08:00', '2026-03-04'],
	['the date of a mail', 'Wed, 4 Mar 2026 23:30:00 -0800', '2026-03-04'],
	['the date of a mail without its weekday', '4 March 2026', '2026-03-04'],
	['a date with points', '4.3.2026', '2026-03-04'],
	['a JavaScript date', new Date('2026-03-04T12:00:00Z'), '2026-03-04'],
	[
		'a date of n8n',
		DateTime.fromISO('2026-03-04T23:30:00', { zone: 'America/Lima' }),
		'2026-03-04',
	],
	['seconds', 1_772_625_600, '2026-03-04'],
	['milliseconds', 1_772_625_600_000, '2026-03-04'],
	['nothing', ' ', undefined],
	['an empty field', null, undefined],
	['a field that is not there', undefined, undefined],
])('%s is read', (_, value, day) => {
	expect(calendarDay.parse(value)).toBe(day);
});

test.each([
	'3/4/2026',
	'next Tuesday',
	'2026-02-30',
	'2026-13-01',
	'26-03-04',
	'31.2.2026',
	true,
	{},
	[],
	NaN,
	new Date('x'),
	DateTime.invalid('x'),
])('%j is refused', (value) => {
	expect(calendarDay.safeParse(value).error?.issues).toMatchObject([
		{ message: 'write it as 2026-03-04, or map a date of n8n, of a mail or of a file' },
	]);
});
