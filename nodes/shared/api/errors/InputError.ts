import { AssemblyAiError } from './AssemblyAiError';

/** What the user set, or what came in with the item, cannot be used as it is; nothing was sent. */
export class InputError extends AssemblyAiError {
	override readonly name = 'InputError';
}
