const MAX_MEMORY_MS = 60_000;
const MAX_LOOKS_PER_MINUTE = 60;
const MAX_REMEMBERED = 1_000;

/**
 * What keeps strangers who know the address of a trigger without a secret from having the account look up
 * whatever they make up: IDs that the account did not have are remembered for a minute, and looks in a minute
 * are limited.
 */
export class UnsignedCalls {
	private readonly refused = new Map<string, number>();

	private looks: number[] = [];

	/** @param now milliseconds since the epoch */
	isRefused(transcriptId: string, now: number): boolean {
		const at = this.refused.get(transcriptId.toLowerCase());
		return at !== undefined && now - at < MAX_MEMORY_MS;
	}

	refuse(transcriptId: string, now: number): void {
		this.refused.delete(transcriptId.toLowerCase());
		this.refused.set(transcriptId.toLowerCase(), now);
		const [oldest] = this.refused.keys();
		if (this.refused.size > MAX_REMEMBERED && oldest !== undefined) this.refused.delete(oldest);
	}

	/** Whether another transcript may be looked up; if so, it counts. */
	mayLook(now: number): boolean {
		this.looks = this.looks.filter((at) => now - at < MAX_MEMORY_MS);
		if (this.looks.length >= MAX_LOOKS_PER_MINUTE) return false;
		this.looks.push(now);
		return true;
	}
}
