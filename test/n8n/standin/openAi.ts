import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

const chatRequest = z.object({
	model: z.string(),
	messages: z.array(z.object({ role: z.string(), content: z.unknown() })),
});

const URL_IN_TEXT = /https?:\S+/;

type Reply = { content: string } | { tool: string; arguments: Record<string, string> };

/**
 * As much of OpenAI's chat completions as an agent takes, with a model that always does the same: it has the
 * recording transcribed whose URL it is told, asks about the transcript what it was asked, and repeats what the
 * tool said last.
 */
export function openAi(server: FastifyInstance): void {
	server.post('/v1/chat/completions', async ({ body }) => {
		const { model, messages } = chatRequest.parse(body);
		const said = (role: string) =>
			messages.filter((message) => message.role === role).map(({ content }) => String(content));
		return completion(model, replyTo(said('user').join(), said('tool')));
	});
}

function replyTo(told: string, [transcript, answer]: string[]): Reply {
	if (transcript === undefined) {
		const audioUrl = URL_IN_TEXT.exec(told)?.[0] ?? '';
		return { tool: 'Transcribe_recording', arguments: { audioUrl } };
	}
	const hasFailed = /"error":/.test(transcript);
	if (answer === undefined && !hasFailed) {
		const transcriptId = /"transcriptId":"([^"]+)"/.exec(transcript)?.[1] ?? '';
		const question = told.replace(URL_IN_TEXT, '').trim();
		return { tool: 'Ask_about_recording', arguments: { transcriptId, question } };
	}
	return { content: answer ?? transcript };
}

function completion(model: string, reply: Reply): unknown {
	const isCall = 'tool' in reply;
	const message = isCall
		? { role: 'assistant', content: null, tool_calls: [toolCall(reply.tool, reply.arguments)] }
		: { role: 'assistant', content: reply.content };
	return {
		id: 'chatcmpl-1',
		object: 'chat.completion',
		created: 0,
		model,
		choices: [{ index: 0, message, finish_reason: isCall ? 'tool_calls' : 'stop' }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}

function toolCall(name: string, args: Record<string, string>): unknown {
	return {
		id: `call_${name}`,
		type: 'function',
		function: { name, arguments: JSON.stringify(args) },
	};
}
