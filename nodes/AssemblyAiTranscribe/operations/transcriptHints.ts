import type { IExecuteFunctions } from 'n8n-workflow';
import type { Transcript } from '../../shared/api/transcriptSchema';
import { ExecutionHints } from '../../shared/n8n/items/executionHints';
import { speechUnderstandingWarnings } from '../../shared/transcript/speechUnderstandingOutput';

/** What a person should know about the transcripts of a run, shown above its output. */
export class TranscriptHints {
	private readonly hints: ExecutionHints;
	private readonly warnings = new Set<string>();

	constructor(context: IExecuteFunctions) {
		this.hints = new ExecutionHints(context);
	}

	/** @param wantsSpeakers whether Speaker Labels were asked for */
	lookAt(transcript: Transcript, wantsSpeakers = false): void {
		const said = (transcript.metadata?.warnings ?? []).map(({ message }) => message);
		for (const warning of [...said, ...speechUnderstandingWarnings(transcript)]) {
			this.warnings.add(warning);
			this.hints.show('warnings', `AssemblyAI says: ${[...this.warnings].join(' ')}`);
		}
		if (wantsSpeakers && transcript.text && !transcript.utterances?.length) {
			const language = transcript.language_code ?? 'unknown';
			this.hints.show(
				'speakers',
				`Speakers were not told apart, although Speaker Labels is on: AssemblyAI does not do that in every language (here: ${language})`,
			);
		}
	}
}
