import type { TimeRange } from './clip';

/** An address of a part of a recording, which browsers play from there (W3C, Media Fragments URI 1.0, 4.2.1). */
export function withMediaFragment(url: string, { from, to }: TimeRange): string {
	const [address = url] = url.split('#', 1);
	return `${address}#t=${seconds(from)},${seconds(to)}`;
}

const seconds = (ms: number): number => Math.round(ms) / 1000;
