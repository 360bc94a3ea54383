import { AssemblyAiError } from './AssemblyAiError';

/** The job was accepted and ended with status `error`. Such a job is not billed. */
export class TranscriptFailedError extends AssemblyAiError {
	override readonly name = 'TranscriptFailedError';
}
