import { z } from 'zod';

/** As much of a whole answer as is cut into pieces; a fault may have put in anything. */
const wholeBody = z
	.object({
		request_id: z.string(),
		model: z.string(),
		choices: z.array(
			z
				.object({
					message: z
						.object({
							content: z
								.union([z.string(), z.array(z.object({ text: z.string() }).passthrough())])
								.nullish(),
							tool_calls: z
								.array(
									z.object({
										id: z.string(),
										function: z.object({ name: z.string(), arguments: z.string() }),
									}),
								)
								.nullish(),
						})
						.passthrough(),
					finish_reason: z.string(),
				})
				.passthrough(),
		),
		usage: z.unknown().optional(),
	})
	.passthrough();

const LETTERS_OF_A_PIECE = 8;

/**
 * An answer as server-sent events: a word or a few signs in each, as OpenAI's reference describes it under "Chat
 * completion chunk". AssemblyAI does not describe its pieces, and calls the Gateway compatible with OpenAI's SDK.
 */
export function chatEvents(body: unknown): string {
	const { request_id, model, choices, usage } = wholeBody.parse(body);
	const chunk = (index: number, delta: object, more: object = {}) => ({
		id: request_id,
		request_id,
		object: 'chat.completion.chunk',
		created: Math.floor(Date.now() / 1000),
		model,
		choices: [{ index, delta, finish_reason: null, ...more }],
	});
	const chunks = choices.flatMap(({ message, finish_reason }, index) => [
		chunk(index, { role: 'assistant', content: '' }),
		...words(message.content).map((content) => chunk(index, { content })),
		...(message.tool_calls ?? []).flatMap((called, at) =>
			callPieces(called, at).map((tool_call) => chunk(index, { tool_calls: [tool_call] })),
		),
		chunk(index, {}, { finish_reason }),
	]);
	const last = chunks.pop();
	const events = [...chunks, { ...last, usage }].map((event) => JSON.stringify(event));
	return [...events, '[DONE]'].map((event) => `data: ${event}\n\n`).join('');
}

type Message = z.infer<typeof wholeBody>['choices'][number]['message'];

function words(content: Message['content']): string[] {
	const text = typeof content === 'string' ? content : content?.map((part) => part.text).join('');
	return text?.match(/\s*\S+|\s+$/g) ?? [];
}

function callPieces(called: NonNullable<Message['tool_calls']>[number], index: number): object[] {
	const { name, arguments: whole } = called.function;
	const pieces = whole.match(new RegExp(`[^]{1,${LETTERS_OF_A_PIECE}}`, 'gu')) ?? [];
	return [
		{ index, id: called.id, type: 'function', function: { name, arguments: '' } },
		...pieces.map((piece) => ({ index, function: { arguments: piece } })),
	];
}
