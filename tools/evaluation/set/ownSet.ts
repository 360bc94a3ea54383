import { readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { wordsOfText } from '../../../nodes/shared/evidence/evidence';
import type { LocatableWord } from '../../../nodes/shared/evidence/locateQuote';
import { InputError } from '../../../nodes/shared/api/core/errors';
import { questionsJson } from '../../../nodes/shared/questions/list/questionsJson';
import { readQuestions } from '../../../nodes/shared/questions/list/questionList';
import type { Question } from '../../../nodes/shared/questions/question';
import { ArgumentError } from '../../commandLine';
import { expectedSchema, faultOf, type Expected } from './expected';
import { readJsonFile, readTextFile, shown } from './jsonFile';
import type { LabelledCall, LabelledSet, Turn } from './labelledSet';
import { namesIn } from './names';

const time = z.number().nonnegative().optional();
const speaker = z.string().min(1);
const turn = z.object({ speaker, text: z.string().min(1), start: time, end: time });
const word = z.object({
	text: z.string().min(1),
	start: time,
	end: time,
	speaker: z.string().nullish(),
});

const callSchema = z
	.object({
		id: z.string().min(1).optional(),
		text: z.string().min(1, 'it is empty').optional(),
		utterances: z.array(turn).min(1).optional(),
		machine: z
			.object({ words: z.array(word).optional(), utterances: z.array(turn).optional() })
			.strict()
			.optional(),
		expected: z.record(z.string(), expectedSchema).default({}),
	})
	.strict();

/**
 * A folder with `questions.json` and `calls/*.json`.
 * @throws ArgumentError that names the file and what is wrong in it
 */
export function readOwnSet(folder: string, limit: number): LabelledSet {
	const { questions, questionsJson: text } = readQuestionsFile(path.join(folder, 'questions.json'));
	const calls = namesOfCalls(path.join(folder, 'calls'))
		.slice(0, limit)
		.map((file) => readCall(file, questions));
	refuseDuplicates(calls);
	return { questionsJson: text, questions, calls, names: namesIn(calls) };
}

function readQuestionsFile(file: string): { questions: Question[]; questionsJson: string } {
	const text = readTextFile(file);
	const parsed = questionsJson.safeParse(text);
	if (!parsed.success) {
		throw new ArgumentError(`${shown(file)}: ${parsed.error.issues[0]?.message ?? 'unusable'}`);
	}
	try {
		return { questions: readQuestions(parsed.data), questionsJson: text };
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		throw new ArgumentError(`${shown(file)}: ${error.message}`);
	}
}

function namesOfCalls(folder: string): string[] {
	let names: string[];
	try {
		names = readdirSync(folder);
	} catch {
		throw new ArgumentError(`There is no folder ${shown(folder)}`);
	}
	const files = names.filter((name) => name.endsWith('.json')).sort();
	if (files.length === 0) throw new ArgumentError(`There is no call (*.json) in ${shown(folder)}`);
	return files.map((name) => path.join(folder, name));
}

function readCall(file: string, questions: readonly Question[]): LabelledCall {
	const call = readJsonFile(file, callSchema);
	const turns = call.utterances ?? (call.text === undefined ? [] : turnsOfText(call.text));
	if (turns.length === 0) {
		throw new ArgumentError(`${shown(file)} has neither utterances nor a text: nothing was said`);
	}
	return {
		id: call.id ?? path.basename(file, '.json'),
		turns,
		heard: call.machine?.words ?? (call.machine?.utterances ?? []).flatMap(wordsOfTurn),
		expected: expectedOf(file, call.expected, questions),
	};
}

function expectedOf(
	file: string,
	labels: Record<string, Expected>,
	questions: readonly Question[],
): Map<string, Expected> {
	for (const [key, label] of Object.entries(labels)) {
		const question = questions.find((one) => one.key === key);
		const fault = question
			? faultOf(label, question)
			: 'is the key of no question in questions.json';
		if (fault !== undefined) throw new ArgumentError(`${shown(file)}, expected.${key}: ${fault}`);
	}
	return new Map(Object.entries(labels));
}

function refuseDuplicates(calls: readonly LabelledCall[]): void {
	const ids = calls.map(({ id }) => id);
	const twice = ids.find((id, i) => ids.indexOf(id) !== i);
	if (twice !== undefined) throw new ArgumentError(`Two calls have the id "${twice}"`);
}

/** "Name: what is said", a line each; a line without a name belongs to the one before. */
function turnsOfText(text: string): Turn[] {
	const turns: Turn[] = [];
	for (const line of text.split('\n').map((one) => one.trim())) {
		if (line === '') continue;
		const colon = line.indexOf(': ');
		const isLabelled = colon > 0 && colon <= 40;
		const last = turns.at(-1);
		if (isLabelled) turns.push({ speaker: line.slice(0, colon), text: line.slice(colon + 2) });
		else if (last) last.text += ` ${line}`;
		else turns.push({ speaker: 'Speaker', text: line });
	}
	return turns;
}

/** Whoever writes a set by hand times its turns, not its words: these are spread evenly. */
function wordsOfTurn({ speaker: who, text, start, end }: Turn): LocatableWord[] {
	const words = wordsOfText(text);
	if (start === undefined || end === undefined) {
		return words.map((one) => ({ ...one, speaker: who }));
	}
	const length = (end - start) / words.length;
	return words.map((one, i) => ({
		...one,
		speaker: who,
		start: Math.round(start + i * length),
		end: Math.round(start + (i + 1) * length),
	}));
}
