import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { World } from '../World';

const SPOKEN: Array<[speaker: string, text: string]> = [
	['A', 'Good morning Ben, this meeting is about the launch of the winter map.'],
	['B', 'We have decided to launch the winter map in December.'],
	['A', 'It is also decided that the old map stays on sale.'],
	['B', 'I promised to send the price list to Ana.'],
	['A', 'Then our next meeting is on December 8, 2026.'],
];

const SECONDS_EACH = 4;

/** A recording that only the sandbox understands: it looks like an MP3 and holds no sound. */
const CONTENT = Buffer.concat([Buffer.from('ID3'), Buffer.alloc(7), Buffer.from('weekly meeting')]);

/** A meeting with decisions, a promise and a date, which the sample call has none of. @returns the recording */
export async function recordWeeklyMeeting({ recordings }: World): Promise<Buffer> {
	const utterances = SPOKEN.map(([speaker, text], index) => ({
		speaker,
		text,
		start: index * SECONDS_EACH * 1000,
		end: (index + 1) * SECONDS_EACH * 1000,
	}));
	const transcript = { audio_duration: SPOKEN.length * SECONDS_EACH, utterances };
	await writeFile(path.join(recordings, 'weekly.transcript.json'), JSON.stringify(transcript));
	await writeFile(path.join(recordings, 'weekly.mp3'), CONTENT);
	return CONTENT;
}
