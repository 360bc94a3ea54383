/** What one side gives as it comes and the other takes when it has time, in order. */
export class Pieces<T> implements AsyncIterable<T> {
	private waiting: T[] = [];

	private isEnded = false;

	private wake: () => void = () => undefined;

	push(piece: T): void {
		this.waiting.push(piece);
		this.wake();
	}

	end(): void {
		this.isEnded = true;
		this.wake();
	}

	async *[Symbol.asyncIterator](): AsyncIterator<T> {
		for (;;) {
			const taken = this.waiting;
			this.waiting = [];
			yield* taken;
			if (this.waiting.length > 0) continue;
			if (this.isEnded) return;
			await new Promise<void>((resolve) => {
				this.wake = resolve;
			});
		}
	}
}
