import { ByteReader } from '../../../../../nodes/shared/audio/clips/byteReader';

function stream(...chunks: string[]) {
	const seen = { pulled: 0, isClosed: false };
	async function* content() {
		try {
			for (const chunk of chunks) {
				seen.pulled += 1;
				yield Buffer.from(chunk);
			}
		} finally {
			seen.isClosed = true;
		}
	}
	return { reader: new ByteReader(content()), seen };
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

test('bytes are read across chunks, and looked at without going past them', async () => {
	const { reader } = stream('ab', 'cd', 'ef');
	expect(text(await reader.peek(3))).toBe('abc');
	expect(text(await reader.take(3))).toBe('abc');
	expect(text(await reader.take(2))).toBe('de');
	expect(text(await reader.take(5))).toBe('f');
	expect(text(await reader.take(1))).toBe('');
});

test('no chunk is asked for before it is needed', async () => {
	const { reader, seen } = stream('ab', 'cd', 'ef');
	await reader.take(2);
	expect(seen.pulled).toBe(1);
});

test('bytes are passed over up to the end of the stream and no further', async () => {
	const { reader } = stream('ab', 'cd', 'ef');
	expect(await reader.skip(3)).toBe(true);
	expect(text(await reader.peek(1))).toBe('d');
	expect(await reader.skip(3)).toBe(true);
	expect(await reader.skip(1)).toBe(false);
});

test('the next byte of a value is found in whatever chunk it stands', async () => {
	const { reader, seen } = stream('ab', 'cdx', 'x', 'ef');
	const x = 'x'.charCodeAt(0);
	expect(await reader.skipTo(x)).toBe(true);
	expect([text(await reader.peek(1)), seen.pulled]).toEqual(['x', 2]);
	expect(await reader.skipTo(x)).toBe(true);
	expect(text(await reader.take(2))).toBe('xx');
	expect(await reader.skipTo(x)).toBe(false);
	expect(text(await reader.peek(1))).toBe('');
});

test('a stream that is not needed to its end is let go of', async () => {
	const { reader, seen } = stream('ab', 'cd');
	await reader.take(1);
	await reader.close();
	expect(seen.isClosed).toBe(true);
});
