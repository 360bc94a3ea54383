/** Reads a stream from its beginning, a few bytes at a time, and holds no more than was asked for and one chunk. */
export class ByteReader {
	private readonly chunks: AsyncIterator<Uint8Array>;
	private held: Uint8Array = new Uint8Array();

	constructor(content: AsyncIterable<Uint8Array>) {
		this.chunks = content[Symbol.asyncIterator]();
	}

	/** The next bytes without going past them; fewer at the end of the stream. */
	async peek(count: number): Promise<Uint8Array> {
		while (this.held.byteLength < count) {
			const next = await this.chunks.next();
			if (next.done === true) break;
			this.held = this.held.byteLength === 0 ? next.value : Buffer.concat([this.held, next.value]);
		}
		return this.held.subarray(0, count);
	}

	/** The same, and goes past them. */
	async take(count: number): Promise<Uint8Array> {
		const bytes = await this.peek(count);
		this.held = this.held.subarray(bytes.byteLength);
		return bytes;
	}

	/** Goes past bytes without keeping them. @returns whether there were so many */
	async skip(count: number): Promise<boolean> {
		let left = count;
		while (left > 0) {
			const here = await this.peek(1);
			if (here.byteLength === 0) return false;
			const passed = Math.min(left, this.held.byteLength);
			this.held = this.held.subarray(passed);
			left -= passed;
		}
		return true;
	}

	/** Lets go of the stream where the rest is not needed. */
	async close(): Promise<void> {
		await this.chunks.return?.();
	}
}
