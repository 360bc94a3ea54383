/** What the header of a frame of MPEG audio says (ISO/IEC 11172-3 and 13818-3), layers II and III. */
export interface FrameHeader {
	layer: 2 | 3;
	isMpeg1: boolean;
	sampleRate: number;
	samples: number;
	byteLength: number;
	hasChecksum: boolean;
	/** Of layer III: how the frame is to be decoded, between its header and its data. */
	sideInfo: { at: number; length: number };
}

const KBPS = {
	mpeg1Layer3: [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
	mpeg1Layer2: [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
	mpeg2: [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};

const SAMPLE_RATES = [44_100, 48_000, 32_000];
/** By the version bits of a header; the second stands for nothing. */
const RATE_DIVISORS = [4, undefined, 2, 1];

export const HEADER_BYTES = 4;
const CHECKSUM_BYTES = 2;

/** Reads a header; nothing where the bytes are none, or of a frame whose length it does not tell. */
export function frameHeader(bytes: Uint8Array): FrameHeader | undefined {
	const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
	if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
	const divisor = RATE_DIVISORS[(second >> 3) & 3];
	const layer = LAYERS[(second >> 1) & 3];
	const rate = SAMPLE_RATES[(third >> 2) & 3];
	if (divisor === undefined || layer === undefined || rate === undefined) return undefined;
	const isMpeg1 = divisor === 1;
	const rates = isMpeg1 ? KBPS[layer === 3 ? 'mpeg1Layer3' : 'mpeg1Layer2'] : KBPS.mpeg2;
	const kbps = rates[(third >> 4) - 1];
	if (kbps === undefined) return undefined;
	const sampleRate = rate / divisor;
	const samples = layer === 3 && !isMpeg1 ? 576 : 1152;
	const padding = (third >> 1) & 1;
	const hasChecksum = (second & 1) === 0;
	return {
		layer,
		isMpeg1,
		sampleRate,
		samples,
		byteLength: Math.floor((samples * kbps * 125) / sampleRate) + padding,
		hasChecksum,
		sideInfo: {
			at: HEADER_BYTES + (hasChecksum ? CHECKSUM_BYTES : 0),
			length: SIDE_INFO_BYTES[isMpeg1 ? 'mpeg1' : 'mpeg2'][fourth >> 6 === 3 ? 'mono' : 'stereo'],
		},
	};
}

/** By the layer bits of a header. Nobody records in layer I. */
const LAYERS = [undefined, 3, 2, undefined] as const;
const SIDE_INFO_BYTES = { mpeg1: { mono: 17, stereo: 32 }, mpeg2: { mono: 9, stereo: 17 } };

/** Whether two frames may be of one recording. */
export function isSameStream(one: FrameHeader, other: FrameHeader): boolean {
	return (
		one.layer === other.layer &&
		one.isMpeg1 === other.isMpeg1 &&
		one.sampleRate === other.sampleRate
	);
}
