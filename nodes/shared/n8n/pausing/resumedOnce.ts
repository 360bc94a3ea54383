const MAX_REMEMBERED = 1_000;

const resumed = new Set<string>();

/**
 * Whether a pause ends now: true for the first who asks. Before n8n 2 two calls at the same moment would both
 * resume the execution, since neither sees it running yet. In this process only, which is where such calls meet.
 */
export function resumedOnce(pause: string): boolean {
	if (resumed.has(pause)) return false;
	resumed.add(pause);
	const [oldest] = resumed;
	if (resumed.size > MAX_REMEMBERED && oldest !== undefined) resumed.delete(oldest);
	return true;
}
