/** AssemblyAI FAQ, "What are the API limits on file size": 2.2 GB for an upload. */
export const MAX_UPLOAD_BYTES = 2.2e9;

/** A size as people write it, e.g. "412 kB". */
export function readableSize(bytes: number): string {
	const units = ['bytes', 'kB', 'MB', 'GB'];
	// Rounded first, so that what rounds to 1000 kB is called 1 MB.
	const rounded = Number(bytes.toPrecision(3));
	const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, rounded)) / 3));
	const value = bytes / 1000 ** power;
	const digits = power > 0 && value < 10 ? 1 : 0;
	return `${value.toFixed(digits)} ${units[power] ?? ''}`;
}
