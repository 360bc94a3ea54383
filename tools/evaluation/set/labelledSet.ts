import type { LocatableWord } from '../../../nodes/shared/evidence/locateQuote';
import type { Question } from '../../../nodes/shared/questions/question';
import type { Expected } from './expected';

/** What one speaker says until another one does. */
export interface Turn {
	speaker: string;
	text: string;
	/** Milliseconds from the start of the recording; absent where the set has no times. */
	start?: number | undefined;
	end?: number | undefined;
}

export interface LabelledCall {
	id: string;
	/** What was said, as a person wrote it down. */
	turns: Turn[];
	/** What a machine heard of it; empty where the set has no machine transcript. */
	heard: LocatableWord[];
	/** By the key of the question; only questions that somebody has labelled. */
	expected: Map<string, Expected>;
}

/** Calls whose answers are known. */
export interface LabelledSet {
	/** In the form that the node's *Questions (JSON)* takes. */
	questionsJson: string;
	questions: Question[];
	calls: LabelledCall[];
	/** Names that are said in it, in the spelling of its transcripts. */
	names: string[];
}

/** A transcript as people read it, and as the node gets it. */
export function dialogueOf(turns: readonly Turn[]): string {
	return turns.map(({ speaker, text }) => `${speaker}: ${text}`).join('\n');
}

/** What the machine heard, in turns, or what was said where there is no machine transcript. */
export function textFor({ heard, turns }: LabelledCall): string {
	const [first] = heard;
	if (first === undefined) return dialogueOf(turns);
	const lines: Turn[] = [];
	for (const { text, speaker } of heard) {
		const name = speaker ?? 'Speaker';
		const last = lines.at(-1);
		if (last?.speaker === name) last.text += ` ${text}`;
		else lines.push({ speaker: name, text });
	}
	return dialogueOf(lines);
}
