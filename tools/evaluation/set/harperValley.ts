import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { LocatableWord } from '../../../nodes/shared/evidence/locateQuote';
import { readQuestions } from '../../../nodes/shared/questions/list/questionList';
import { ArgumentError } from '../../commandLine';
import type { Expected } from './expected';
import { HARPER_VALLEY_QUESTIONS, labelsOf, taskSchema } from './harperValleyLabels';
import { readJsonFile, shown } from './jsonFile';
import type { LabelledCall, LabelledSet, Turn } from './labelledSet';

const segmentSchema = z.object({
	speaker_role: z.string(),
	start_ms: z.number(),
	duration_ms: z.number(),
	human_transcript: z.string(),
	transcript: z.string(),
	word_offsets_ms: z.array(z.number()),
	word_durations_ms: z.array(z.number()),
});

type Segment = z.infer<typeof segmentSchema>;

const metadataSchema = z.object({
	agent: z.object({ metadata: z.object({ agent_name: z.string().optional() }) }),
	caller: z.object({ metadata: z.object({ 'first and last name': z.string().optional() }) }),
	tasks: z.array(taskSchema),
});

/**
 * The folder of whoever has downloaded gridspace-stanford-harper-valley, of which nothing is shipped here.
 * @throws ArgumentError that names the file and what is wrong in it
 */
export function readHarperValley(folder: string, limit: number): LabelledSet {
	const data = existsSync(path.join(folder, 'data')) ? path.join(folder, 'data') : folder;
	const transcripts = path.join(data, 'transcript');
	if (!existsSync(transcripts)) {
		throw new ArgumentError(
			`${shown(folder)} is not gridspace-stanford-harper-valley: it has no data/transcript`,
		);
	}
	const files = readdirSync(transcripts)
		.filter((name) => name.endsWith('.json'))
		.sort()
		.slice(0, limit);
	if (files.length === 0) throw new ArgumentError(`There is no call in ${shown(transcripts)}`);
	const names = new Set<string>();
	const calls = files.map((name) => {
		const metadata = readJsonFile(path.join(data, 'metadata', name), metadataSchema);
		const caller = metadata.caller.metadata['first and last name'];
		for (const one of [caller, metadata.agent.metadata.agent_name].join(' ').split(' ')) {
			if (one !== '') names.add(one.toLowerCase());
		}
		const segments = readJsonFile(path.join(transcripts, name), z.array(segmentSchema));
		return callOf(path.basename(name, '.json'), segments, labelsOf(caller, metadata.tasks));
	});
	return {
		questionsJson: JSON.stringify(HARPER_VALLEY_QUESTIONS),
		questions: readQuestions(HARPER_VALLEY_QUESTIONS),
		calls,
		names: [...names].sort(),
	};
}

function callOf(id: string, segments: Segment[], expected: Map<string, Expected>): LabelledCall {
	const inOrder = [...segments].sort((one, other) => one.start_ms - other.start_ms);
	const turns: Turn[] = [];
	for (const { speaker_role: speaker, human_transcript, start_ms: start, duration_ms } of inOrder) {
		const text = human_transcript.split(' ').filter(isWord).join(' ');
		const end = start + duration_ms;
		const last = turns.at(-1);
		if (text === '') continue;
		if (last?.speaker !== speaker) turns.push({ speaker, text, start, end });
		else Object.assign(last, { text: `${last.text} ${text}`, end });
	}
	return { id, turns, heard: inOrder.flatMap(wordsOf), expected };
}

function wordsOf(segment: Segment): LocatableWord[] {
	const {
		transcript,
		speaker_role: speaker,
		start_ms,
		word_offsets_ms,
		word_durations_ms,
	} = segment;
	return transcript.split(' ').flatMap((text, i) => {
		if (!isWord(text)) return [];
		const start = start_ms + (word_offsets_ms[i] ?? 0);
		return [{ text, speaker, start, end: start + (word_durations_ms[i] ?? 0) }];
	});
}

/** Signs such as [noise] and <unk> are no words. */
function isWord(text: string): boolean {
	return text !== '' && !/^[[<]/.test(text);
}
