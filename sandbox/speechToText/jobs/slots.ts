/** Places for work at the same time; those who find none wait in order. The limit may change at any time. */
export class Slots {
	private inUse = 0;
	private readonly waiting: Array<() => void> = [];

	constructor(private readonly limit: () => number) {}

	get free(): boolean {
		return this.inUse < this.limit();
	}

	async take(): Promise<void> {
		if (this.free) {
			this.inUse += 1;
			return;
		}
		await new Promise<void>((resolve) => this.waiting.push(resolve));
	}

	release(): void {
		this.inUse -= 1;
		this.admit();
	}

	/** Lets in those who now have room. */
	admit(): void {
		while (this.free) {
			const next = this.waiting.shift();
			if (next === undefined) return;
			this.inUse += 1;
			next();
		}
	}
}
