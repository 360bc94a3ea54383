import fc from 'fast-check';
import { MAX_UPLOAD_BYTES, readableSize } from '../../../../nodes/shared/audio/fileSize';

test.each([
	[0, '0 bytes'],
	[999, '999 bytes'],
	[1000, '1.0 kB'],
	[9949, '9.9 kB'],
	[12_345, '12 kB'],
	[412_345, '412 kB'],
	[999_499, '999 kB'],
	[999_500, '1.0 MB'],
	[999_999_999, '1.0 GB'],
	[1_000_000, '1.0 MB'],
	[MAX_UPLOAD_BYTES, '2.2 GB'],
	[5_000_000_000_000, '5000 GB'],
])('%i bytes are %s', (bytes, readable) => {
	expect(readableSize(bytes)).toBe(readable);
});

test('a readable size is within a twentieth of the real one', () => {
	const factors: Readonly<Record<string, number>> = { bytes: 1, kB: 1e3, MB: 1e6, GB: 1e9 };
	fc.assert(
		fc.property(fc.double({ min: 1, max: 1e13, noNaN: true }).map(Math.round), (bytes) => {
			const [value = '', unit = ''] = readableSize(bytes).split(' ');
			const back = Number(value) * (factors[unit] ?? NaN);
			expect(Math.abs(back - bytes) / bytes).toBeLessThanOrEqual(0.05);
		}),
	);
});
