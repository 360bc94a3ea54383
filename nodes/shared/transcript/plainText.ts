import { readableTime, speakerName } from './dialogue';
import type { Turn } from './turns';

/** Turns as plain text, one a line, each with its time and its speaker. */
export function plainTextOf(turns: Turn[]): string {
	return turns
		.map(({ speaker, start, text }) =>
			[`[${readableTime(start)}]`, speaker && `${speakerName(speaker)}:`, text]
				.filter(Boolean)
				.join(' '),
		)
		.join('\n');
}
