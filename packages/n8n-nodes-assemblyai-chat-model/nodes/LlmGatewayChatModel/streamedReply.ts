import { z } from 'zod';
import { messageContent, textOf } from '../../../../nodes/shared/api/chatCompletions';
import { InvalidReplyError } from '../../../../nodes/shared/api/core/errors';
import { parseJson, shortened } from '../../../../nodes/shared/api/core/errorText';
import { chatReplySchema, type ChatReply } from './chatReply';
import { eventsIn } from './eventStream';

// AssemblyAI calls LLM Gateway compatible with OpenAI's SDK (its page "Quickstart"), whose reference describes these
// pieces as "Chat completion chunk".
const toolCallPiece = z
	.object({
		index: z.number().nullish(),
		id: z.string().nullish(),
		function: z
			.object({
				name: z.string().nullish(),
				arguments: z.union([z.string(), z.object({}).passthrough()]).nullish(),
			})
			.passthrough()
			.nullish(),
	})
	.passthrough();

const piece = z
	.object({
		request_id: z.string().nullish().catch(undefined),
		error: z
			.union([z.string(), z.object({ message: z.string().nullish() }).passthrough()])
			.nullish(),
		choices: z
			.array(
				z
					.object({
						index: z.number().nullish(),
						delta: z
							.object({
								content: messageContent.nullish(),
								tool_calls: z.array(toolCallPiece).nullish(),
							})
							.passthrough()
							.nullish(),
						finish_reason: z.string().nullish().catch(undefined),
					})
					.passthrough(),
			)
			.nullish(),
		/** Of a refusal in the Gateway's own envelope. */
		message: z.string().nullish().catch(undefined),
		usage: z.unknown().optional(),
	})
	.passthrough();

type Piece = z.infer<typeof piece>;
type ToolCallPiece = z.infer<typeof toolCallPiece>;

/** Behind the last piece. */
const DONE = '[DONE]';

/** What a piece adds to the text of the answer. */
export function textOfPiece(event: string): string {
	const parsed = piece.safeParse(parseJson(event));
	if (!parsed.success) return '';
	return (parsed.data.choices ?? []).map(({ delta }) => textOf(delta?.content)).join('');
}

/**
 * The reply that the pieces of a stream are together, or the one that came whole.
 * @param text all that the service sent
 * @throws InvalidReplyError where it broke off, or is neither
 */
export function streamedReply(text: string): ChatReply {
	const whole = chatReplySchema.safeParse(parseJson(text));
	if (whole.success) return whole.data;
	const pieces: Piece[] = [];
	let isDone = false;
	for (const event of eventsIn(text)) {
		if (event === DONE) isDone = true;
		else pieces.push(read(event));
	}
	const choices = pieces.flatMap((one) => one.choices ?? []);
	const finishReason = choices
		.map((choice) => choice.finish_reason)
		.filter(Boolean)
		.at(-1);
	if (!isDone && !finishReason) throw brokenOff('The connection ended before the answer did');
	const { success, data } = chatReplySchema.safeParse({
		request_id: pieces.find(({ request_id: id }) => id)?.request_id,
		usage: pieces
			.map(({ usage }) => usage)
			.filter(Boolean)
			.at(-1),
		choices: [
			{
				finish_reason: finishReason,
				message: {
					content: choices.map(({ delta }) => textOf(delta?.content)).join(''),
					tool_calls: joined(choices),
				},
			},
		],
	});
	if (!success) throw brokenOff('A call of a tool has no name');
	return data;
}

function read(event: string): Piece {
	const parsed = piece.safeParse(parseJson(event));
	if (!parsed.success) throw brokenOff(`AssemblyAI sent "${shortened(event)}"`);
	const { error, message, choices } = parsed.data;
	if (!error && (!message || choices)) return parsed.data;
	const said = (typeof error === 'string' ? error : error?.message) ?? message ?? '';
	throw brokenOff(`AssemblyAI said: ${shortened(said) || 'nothing about why'}`);
}

function brokenOff(why: string): InvalidReplyError {
	return new InvalidReplyError(`The answer broke off while it came in. ${why}`, {
		hint: 'Run it again. If it stays like this, turn streaming off in the agent or choose another model.',
	});
}

/**
 * The calls of tools, each put together from its pieces. A piece with another ID begins another call, also under the
 * same place: some providers count all of them as the first.
 */
function joined(choices: NonNullable<Piece['choices']>) {
	const calls: Array<{ id: string | undefined; name: string; args: string[] }> = [];
	const open = new Map<string, (typeof calls)[number]>();
	for (const { index: choice, delta } of choices) {
		for (const one of delta?.tool_calls ?? []) {
			const place = `${choice ?? 0}/${one.index ?? 0}`;
			let call = open.get(place);
			if (call === undefined || begins(one, call)) {
				call = { id: one.id || undefined, name: '', args: [] };
				calls.push(call);
				open.set(place, call);
			}
			call.name ||= one.function?.name ?? '';
			call.args.push(textOfArguments(one));
		}
	}
	return calls.map(({ id, name, args }) => ({ id, function: { name, arguments: args.join('') } }));
}

function begins({ id }: ToolCallPiece, { id: openId }: { id: string | undefined }): boolean {
	return Boolean(id) && id !== openId;
}

function textOfArguments({ function: called }: ToolCallPiece): string {
	const given = called?.arguments ?? '';
	return typeof given === 'string' ? given : JSON.stringify(given);
}
