import { AssemblyAiError, type ErrorFacts } from './AssemblyAiError';

/**
 * Why an exchange ended without a response. It decides whether a request that costs money may be sent again:
 * only an `unreachable` service cannot have seen it.
 */
export type ConnectionFailure = 'unreachable' | 'lost' | 'timeout';

export class ConnectionError extends AssemblyAiError {
	override readonly name = 'ConnectionError';

	readonly failure: ConnectionFailure;

	constructor(message: string, failure: ConnectionFailure, facts: ErrorFacts = {}) {
		super(message, facts);
		this.failure = failure;
	}
}
