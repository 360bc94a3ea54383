/** One request as the sandbox saw it, with the answer that it decided on. */
export interface LoggedRequest {
	method: string;
	/** Without the query. */
	path: string;
	query: Record<string, string>;
	/**
	 * The status decided on, also where a fault kept the reply from arriving; 0 where the request was never
	 * handled because its connection was cut.
	 */
	status: number;
	/** Arrival, in milliseconds since the epoch. */
	at: number;
	/** Bytes of the body that arrived. */
	bodyBytes: number;
	/** The parsed body of a JSON request. */
	json?: unknown;
	/** Names in lower case; `authorization` holds `valid` or `invalid`, never the key. */
	headers: Record<string, string>;
}

/** A sandbox that runs for days must not keep every request of those days. */
const MAX_LINES = 5000;

/** The latest requests, in the order in which they were answered. */
export class RequestLog {
	private lines: LoggedRequest[] = [];

	constructor(private readonly onLine: ((line: LoggedRequest) => void) | undefined) {}

	get all(): readonly LoggedRequest[] {
		return this.lines;
	}

	add(line: LoggedRequest): void {
		this.lines.push(line);
		if (this.lines.length > MAX_LINES) this.lines.shift();
		this.onLine?.(line);
	}

	clear(): void {
		this.lines = [];
	}

	to(method: string, path: string | RegExp): LoggedRequest[] {
		return this.lines.filter((line) => line.method === method && matchesPath(path, line.path));
	}
}

export function matchesPath(pattern: string | RegExp, path: string): boolean {
	// A regular expression with the flag `g` or `y` remembers its last match; `search` ignores that memory.
	return typeof pattern === 'string' ? pattern === path : path.search(pattern) !== -1;
}
