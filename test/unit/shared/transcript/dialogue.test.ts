import fc from 'fast-check';
import type { Transcript, Utterance } from '../../../../nodes/shared/api/transcriptSchema';
import {
	dialogueOf,
	readableTime,
	speakerName,
	speakersOf,
	timedDialogueOf,
} from '../../../../nodes/shared/transcript/dialogue';

const utterance = (speaker: string, text: string, start: number): Utterance => ({
	speaker,
	text,
	start,
	end: start + 1000,
});
const utterances = [
	utterance('A', 'Good morning.', 250),
	utterance('B', 'Hello!', 61_500),
	utterance('A', 'How can I help?', 3_600_000),
];
const transcript: Transcript = { id: 't', status: 'completed', utterances };
const withoutSpeakers = [undefined, null, []].map(
	(none): Transcript => ({
		...transcript,
		utterances: none,
	}),
);

test.each([
	['A', 'Speaker A'],
	['AB', 'Speaker AB'],
	['1', 'Speaker 1'],
	['12', 'Speaker 12'],
	['1A', 'Speaker 1A'],
	['Michel Martin', 'Michel Martin'],
	['agent', 'agent'],
	['Bo', 'Bo'],
	['', ''],
])('the speaker %j is called %j', (speaker, name) => {
	expect(speakerName(speaker)).toBe(name);
});

test('a dialogue is a line per utterance', () => {
	expect(dialogueOf(transcript)).toBe(
		'Speaker A: Good morning.\nSpeaker B: Hello!\nSpeaker A: How can I help?',
	);
});

test('there is none without speakers', () => {
	expect(withoutSpeakers.map(dialogueOf)).toEqual([undefined, undefined, undefined]);
});

test('the timed dialogue says when', () => {
	expect(timedDialogueOf(utterances)).toBe(
		'[00:00] Speaker A: Good morning.\n[01:01] Speaker B: Hello!\n[1:00:00] Speaker A: How can I help?',
	);
});

test('speakers are named once, in the order in which they first speak', () => {
	const turned = { ...transcript, utterances: [...utterances].reverse() };
	expect(speakersOf({ ...turned, utterances: utterances.slice(1) })).toEqual(['B', 'A']);
	expect(speakersOf(transcript)).toEqual(['A', 'B']);
	expect(withoutSpeakers.map(speakersOf)).toEqual([[], [], []]);
});

test.each([
	[0, '00:00'],
	[999, '00:00'],
	[1000, '00:01'],
	[59_999, '00:59'],
	[60_000, '01:00'],
	[3_599_999, '59:59'],
	[3_600_000, '1:00:00'],
	[36_610_000, '10:10:10'],
])('%i ms is %s', (ms, time) => {
	expect(readableTime(ms)).toBe(time);
});

test('a readable time can be read back to the second', () => {
	fc.assert(
		fc.property(fc.nat(100 * 3_600_000), (ms) => {
			const parts = readableTime(ms).split(':').map(Number);
			expect(parts.reduce((sum, part) => sum * 60 + part, 0)).toBe(Math.floor(ms / 1000));
		}),
	);
});
