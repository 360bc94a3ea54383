import { moment } from '../../../../../nodes/shared/n8n/parameters/moment';

test.each([
	[0, 0],
	[90_000, 90_000],
	['90000', 90_000],
	['1:30', 90_000],
	[' 01:30 ', 90_000],
	['0:01.5', 1500],
	['1:02:03', 3_723_000],
	['90s', 90_000],
	['90 s', 90_000],
	['1.001s', 1001],
	['2m', 120_000],
	['1m30s', 90_000],
	['1h 2m 3s', 3_723_000],
	['500ms', 500],
])('%j is %i milliseconds', (written, ms) => {
	expect(moment.parse(written)).toBe(ms);
});

test.each([-1, 1.5, NaN, '-1', '', 'soon', '1:2:3:4', '90 seconds', '1,5s', true, null])(
	'%j is no time',
	(written) => {
		const parsed = moment.safeParse(written);
		expect(parsed.error?.issues[0]?.message).toBe(
			'it is not a time such as 1:30, 90s or 90000 (milliseconds)',
		);
	},
);
