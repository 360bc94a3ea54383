/** Reads a stream from its beginning, a few bytes at a time, and holds no more than was asked for and one chunk. */
export class ByteReader {
	private readonly chunks: AsyncIterator<Uint8Array>;
	private held: Uint8Array = new Uint8Array();

	constructor(content: AsyncIterable<Uint8Array>) {
		this.chunks = content[Symbol.asyncIterator]();
	}

	/** The next bytes without going past them; fewer at the end of the stream. */
	async peek(count: number): Promise<Uint8Array> {
		const read: Uint8Array[] = [];
		let length = this.held.byteLength;
		while (length < count) {
			const next = await this.chunks.next();
			if (next.done === true) break;
			read.push(next.value);
			length += next.value.byteLength;
		}
		const [only] = read;
		if (only && read.length === 1 && this.held.byteLength === 0) this.held = only;
		else if (only) this.held = Buffer.concat([this.held, ...read]);
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

	/** Goes to the next byte of a value. @returns whether there is one */
	async skipTo(value: number): Promise<boolean> {
		while ((await this.peek(1)).byteLength > 0) {
			const at = this.held.indexOf(value);
			this.held = this.held.subarray(at < 0 ? this.held.byteLength : at);
			if (at >= 0) return true;
		}
		return false;
	}

	/** Lets go of the stream where the rest is not needed. */
	async close(): Promise<void> {
		await this.chunks.return?.();
	}
}
