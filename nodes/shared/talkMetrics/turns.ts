import type { Stretch } from './stretches';

/** What one says until another begins. */
export interface Turn {
	speaker: string | null;
	/** Without the pauses in it. */
	talkMs: number;
	/** Silence between what was said before and this turn; `null` for the first turn and for one that cuts in. */
	gapMs: number | null;
}

/** @param stretches by start */
export function turnsOf(stretches: readonly Stretch[]): Turn[] {
	const turns: Turn[] = [];
	let turn: Turn | undefined;
	let turnEnd = 0;
	let latestEnd = 0;
	for (const { speaker, start, end } of stretches) {
		if (turn === undefined || turn.speaker !== speaker) {
			const isAnswer = turn !== undefined && start >= latestEnd;
			turn = { speaker, talkMs: 0, gapMs: isAnswer ? start - latestEnd : null };
			turns.push(turn);
			turnEnd = start;
		}
		turn.talkMs += Math.max(0, end - Math.max(start, turnEnd));
		turnEnd = Math.max(turnEnd, end);
		latestEnd = Math.max(latestEnd, end);
	}
	return turns;
}
