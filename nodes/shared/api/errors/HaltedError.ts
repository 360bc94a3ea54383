import { AssemblyAiError } from './AssemblyAiError';

/** This item was fine, but another one of the same run failed and ends the run. */
export class HaltedError extends AssemblyAiError {
	override readonly name = 'HaltedError';
}
