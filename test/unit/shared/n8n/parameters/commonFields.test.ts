import {
	timeoutMinutes,
	waitMode,
	waitModeField,
	withTimeLimitMs,
} from '../../../../../nodes/shared/n8n/parameters/commonFields';
import { messageOf } from '../../../../support/unit/messageOf';

test('the time limit is in minutes and becomes milliseconds', () => {
	const options = { timeoutMinutes: timeoutMinutes.parse(2.5), other: 1 };
	expect(withTimeLimitMs(options)).toEqual({ timeLimitMs: 150_000, other: 1 });
});

test('it is an hour when it is not set', () => {
	expect(timeoutMinutes.parse(undefined)).toBe(60);
});

test.each([0, -1])('%i minutes are none', (minutes) => {
	expect(messageOf(timeoutMinutes, minutes)).toBe('it must be more than 0');
});

test('every mode of the panel is one that the node knows', () => {
	const values = (waitModeField.options ?? []).flatMap((o) => ('value' in o ? [o.value] : []));
	expect(values).toHaveLength(3);
	for (const value of [...values, waitModeField.default])
		expect(waitMode.safeParse(value).success).toBe(true);
	expect(waitMode.safeParse('forEver').success).toBe(false);
});
