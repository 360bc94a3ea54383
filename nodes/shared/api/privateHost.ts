const PRIVATE_HOST =
	/^(?:localhost|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\..*|.*\.(?:localhost|localdomain|local|internal|intranet|corp|lan|home\.arpa)|127\..*|10\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|169\.254\..*|0\.0\.0\.0|\[(?:::1?|f[cd].*|fe[89ab].*)\]|[^.:[\]]+)$/i;

/** Whether an address leads to a machine that only its own network reaches. */
export function isPrivate(url: string): boolean {
	// A dot at the end is the same name, and ::ffff: the same address in the newer form.
	const host = new URL(url).hostname.replace(/\.$/, '');
	return PRIVATE_HOST.test(mappedAddress(host) ?? host);
}

function mappedAddress(host: string): string | undefined {
	const [, high, low] = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/i.exec(host) ?? [];
	if (high === undefined || low === undefined) return undefined;
	const bytes = [high, low].map((part) => parseInt(part, 16)).flatMap((n) => [n >> 8, n & 255]);
	return bytes.join('.');
}
