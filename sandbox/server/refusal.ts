/** An answer other than 200, thrown from wherever it is decided and sent by the server's error handler. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly body: unknown,
		readonly headers: Record<string, string> = {},
	) {
		super(typeof body === 'string' ? body : JSON.stringify(body));
		this.name = 'Refusal';
	}
}

/** Speech-to-text's envelope (AssemblyAI API reference, Errors). */
export function speechToTextRefusal(status: number, error: string): Refusal {
	return new Refusal(status, { error });
}

export const TOKEN_INVALID = 'Authentication error, API token missing/invalid';
