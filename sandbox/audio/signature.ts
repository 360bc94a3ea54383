/** How a kind of file begins. */
export interface Signature {
	at: number;
	/** One character for each byte. */
	bytes: string;
	mime: string;
	/** In the manner of `file(1)`. */
	description: string;
}

/** The first one that fits a file's first bytes. */
export function bySignature(head: Buffer, table: readonly Signature[]): Signature | undefined {
	return table.find(({ at, bytes }) =>
		head.subarray(at, at + bytes.length).equals(Buffer.from(bytes, 'latin1')),
	);
}

/** A table row: offset, bytes, media type, description. */
export type Row = [at: number, bytes: string, mime: string, description: string];

export function signatures(rows: readonly Row[]): Signature[] {
	return rows.map(([at, bytes, mime, description]) => ({ at, bytes, mime, description }));
}
