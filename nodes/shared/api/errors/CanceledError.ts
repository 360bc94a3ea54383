import { AssemblyAiError } from './AssemblyAiError';

/** The user stopped the execution. It is never shown: whoever meets it ends quietly. */
export class CanceledError extends AssemblyAiError {
	override readonly name = 'CanceledError';
}
