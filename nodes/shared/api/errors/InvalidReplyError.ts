import { AssemblyAiError } from './AssemblyAiError';

/** The service answered with something that is not what its reference describes. */
export class InvalidReplyError extends AssemblyAiError {
	override readonly name = 'InvalidReplyError';
}
