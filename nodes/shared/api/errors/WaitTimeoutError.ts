import { AssemblyAiError } from './AssemblyAiError';

/** The user's time limit ended a wait. The transcript goes on at the service and can be fetched by its id. */
export class WaitTimeoutError extends AssemblyAiError {
	override readonly name = 'WaitTimeoutError';
}
