/**
 * Reads the data of server-sent events from a text that comes in pieces (WHATWG HTML, "Server-sent events"), in
 * time that grows with its length however it is cut.
 */
export class EventStream {
	/** Of the line that has not ended yet. */
	private begun: string[] = [];

	private data: string[] = [];

	/** @returns the data of the events that end within this piece */
	read(piece: string): string[] {
		const [first = '', ...others] = piece.split('\n');
		const events: string[] = [];
		this.begun.push(first);
		for (const next of others) {
			const event = this.endLine(this.begun.join(''));
			if (event !== undefined) events.push(event);
			this.begun = [next];
		}
		return events;
	}

	/** @returns the data of an event after which the connection was closed without an empty line */
	end(): string[] {
		const events = this.read('\n');
		return [...events, ...this.read('\n')];
	}

	private endLine(line: string): string | undefined {
		const text = line.endsWith('\r') ? line.slice(0, -1) : line;
		if (text.startsWith('data:')) this.data.push(text.slice(5).replace(/^ /, ''));
		if (text !== '' || this.data.length === 0) return undefined;
		const event = this.data.join('\n');
		this.data = [];
		return event;
	}
}

/** The data of all events of a text. */
export function eventsIn(text: string): string[] {
	const stream = new EventStream();
	return [...stream.read(text), ...stream.end()];
}
