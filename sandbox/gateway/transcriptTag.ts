import type { JobRunner } from '../speechToText/jobs/jobRunner';
import { shapeSpeech } from '../speechToText/jobs/speech';
import { redactContent } from '../understanding/redaction';
import type { PromptMessage } from '../model/answer';
import type { ChatRequest } from './chatRequest';
import { gatewayRefusal } from './envelopes';

const TAG = '{{ transcript }}';

/** The request's messages as plain text; a `prompt` is one message of the user. */
export function promptMessages(request: ChatRequest): PromptMessage[] {
	if (request.messages === undefined) return [{ role: 'user', content: request.prompt ?? '' }];
	return request.messages.map(({ role, content }) => ({
		role,
		content:
			typeof content === 'string' ? content : (content ?? []).map(({ text }) => text).join(''),
	}));
}

/**
 * Puts a transcript's plain text in place of the first tag of the first message that holds one. Only the
 * exact tag counts; without one the id is silently ignored.
 */
export async function insertTranscript(
	messages: PromptMessage[],
	transcriptId: string | undefined,
	runner: JobRunner,
	requestId: string,
): Promise<PromptMessage[]> {
	const target = messages.findIndex(({ content }) => content.includes(TAG));
	if (transcriptId === undefined || target < 0) return messages;
	const text = await transcriptText(transcriptId, runner, requestId);
	return messages.map((message, index) => {
		if (index !== target) return message;
		const [before, after] = cutAt(message.content, TAG);
		const inserted = { start: before.length, end: before.length + text.length };
		return { ...message, content: before + text + after, inserted };
	});
}

function cutAt(content: string, tag: string): [before: string, after: string] {
	const start = content.indexOf(tag);
	return [content.slice(0, start), content.slice(start + tag.length)];
}

async function transcriptText(id: string, runner: JobRunner, requestId: string): Promise<string> {
	const job = runner.find(id);
	if (!job) throw gatewayRefusal(requestId, 404, 'transcript not found');
	if (job.deleted) throw gatewayRefusal(requestId, 404, 'transcript deleted');
	await runner.settleIfInstant(job);
	// What the service says of a transcript that is not completed is not published; this is the nearest.
	if (!job.content) throw gatewayRefusal(requestId, 404, 'transcript not found');
	return shapeSpeech(redactContent(job.content, job.applied), job.applied).text;
}
