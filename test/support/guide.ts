import { callSentimentGuide } from '../../nodes/shared/questions/sets/callSentimentGuide';

/** The questions as a script has them, under the names of AssemblyAI's guide. */
export const guideQuestions = callSentimentGuide.map(({ question, context, answerFormat }) => ({
	question,
	context,
	answer_format: answerFormat,
}));

const list = guideQuestions
	.map(
		({ question, context, answer_format: format }) =>
			`Question: ${question}\nContext: ${context}\nAnswer Format: ${format}`,
	)
	.join('\n\n');

/** One prompt for all of them, built as the guide's script builds its own, in our words. */
export const guidePrompt = `
You read transcripts of calls and answer questions about them.
Answer each of the questions below briefly and correctly.
Where a question has a context or an answer format, go by it.

Transcript:
{{ transcript }}

Questions:
${list}
`;

/** What such a script sends to `POST /v1/chat/completions`. */
export function guideBody(transcriptId: string) {
	return {
		model: 'claude-sonnet-4-5-20250929',
		messages: [{ role: 'user', content: guidePrompt }],
		max_tokens: 2000,
		transcript_id: transcriptId,
	};
}
