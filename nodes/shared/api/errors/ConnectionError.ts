import { AssemblyAiError, type ErrorFacts } from './AssemblyAiError';

/**
 * The exchange ended without a response. `delivery` decides whether a request that costs money may be sent
 * again: `never` only where the connection itself was refused, so that the service cannot have seen it.
 */
export class ConnectionError extends AssemblyAiError {
	override readonly name = 'ConnectionError';

	readonly delivery: 'never' | 'unknown';

	constructor(message: string, delivery: 'never' | 'unknown', facts: ErrorFacts = {}) {
		super(message, facts);
		this.delivery = delivery;
	}
}
