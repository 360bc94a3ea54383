import type { Stretch } from './stretches';

/**
 * How often each speaker began while another was speaking. Two who begin at the same moment do not interrupt
 * each other.
 * @param stretches by start
 */
export function interruptionsOf(stretches: readonly Stretch[]): Map<string | null, number> {
	const counts = new Map<string | null, number>();
	const speaking = new LatestEnds();
	let earlier = 0;
	for (const { speaker, start } of stretches) {
		for (const before of begunBefore(stretches, earlier, start)) {
			speaking.add(before);
			earlier += 1;
		}
		if (speaking.latestBeside(speaker) > start) {
			counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
		}
	}
	return counts;
}

function* begunBefore(stretches: readonly Stretch[], from: number, start: number) {
	for (let index = from; index < stretches.length; index += 1) {
		const stretch = stretches[index];
		if (stretch === undefined || stretch.start >= start) return;
		yield stretch;
	}
}

/** The latest ends of two speakers answer for any speaker when the others stop. */
class LatestEnds {
	private last: Stretch | undefined;
	private secondEnd = 0;

	add(stretch: Stretch): void {
		if (this.last === undefined) {
			this.last = stretch;
		} else if (stretch.end > this.last.end) {
			if (stretch.speaker !== this.last.speaker) this.secondEnd = this.last.end;
			this.last = stretch;
		} else if (stretch.speaker !== this.last.speaker) {
			this.secondEnd = Math.max(this.secondEnd, stretch.end);
		}
	}

	latestBeside(speaker: string | null): number {
		if (this.last === undefined) return 0;
		return this.last.speaker === speaker ? this.secondEnd : this.last.end;
	}
}
