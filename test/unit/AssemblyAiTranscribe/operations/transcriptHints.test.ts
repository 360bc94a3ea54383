import { executeContext } from '../../../support/unit/executeContext';

import { TranscriptHints } from '../../../../nodes/AssemblyAiTranscribe/operations/transcriptHints';

const finished = { id: 't', status: 'completed', text: 'Hello.', language_code: 'ka' };
const utterance = { speaker: 'A', text: 'Hello.', start: 0, end: 1, confidence: 1 };

function hintsFor(look: (hints: TranscriptHints) => void): string[] {
	const context = executeContext();
	look(new TranscriptHints(context));
	return context.hints.map(({ message }) => message);
}

test('what AssemblyAI warns of is said once for all recordings', () => {
	const warned = (message: string) => ({ ...finished, metadata: { warnings: [{ message }] } });
	const said = hintsFor((hints) => {
		hints.lookAt(warned('Domain ignored.'));
		hints.lookAt(warned('Domain ignored.'));
		hints.lookAt(warned('No speech.'));
	});
	expect(said).toEqual(['AssemblyAI says: Domain ignored. No speech.']);
});

test('that speakers were asked for and left out is said', () => {
	expect(hintsFor((hints) => hints.lookAt(finished, true))).toEqual([
		'Speakers were not told apart, although Speaker Labels is on: AssemblyAI does not do that in every language (here: ka)',
	]);
});

test.each([
	['speakers were told apart', { ...finished, utterances: [utterance] }, true],
	['nobody asked for speakers', finished, false],
	['nothing was said', { ...finished, text: '' }, true],
	['the transcript is still being made', { id: 't', status: 'queued' }, true],
])('where %s there is nothing to say', (_, transcript, wantsSpeakers) => {
	expect(hintsFor((hints) => hints.lookAt(transcript, wantsSpeakers))).toEqual([]);
});
