/** Part of a recording that is wanted, in milliseconds from its start. */
export interface TimeRange {
	from: number;
	to: number;
}

/** Part of a recording as a file of its own. */
export interface Clip extends TimeRange {
	content: Buffer;
}

/** A clip while the recording is read past it. */
export class ClipBuilder {
	private readonly parts: Uint8Array[] = [];
	private from: number;
	private to: number;

	constructor(readonly wanted: TimeRange) {
		this.from = wanted.from;
		this.to = wanted.from;
	}

	get isEmpty(): boolean {
		return this.parts.length === 0;
	}

	/** The bytes are copied: what they are read from is a much larger piece of the recording. */
	add(bytes: Uint8Array, { from, to }: TimeRange): void {
		if (this.isEmpty) this.from = from;
		this.to = to;
		this.parts.push(Uint8Array.from(bytes));
	}

	/** @param file what makes a file of the parts; nothing comes of a clip that is not in the recording */
	finished(file: (parts: readonly Uint8Array[]) => readonly Uint8Array[]): Clip | undefined {
		const { parts, from, to } = this;
		return this.isEmpty ? undefined : { from, to, content: Buffer.concat(file(parts)) };
	}
}
