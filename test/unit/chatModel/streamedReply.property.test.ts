import fc from 'fast-check';
import {
	EventStream,
	eventsIn,
} from '../../../packages/n8n-nodes-assemblyai-chat-model/nodes/LlmGatewayChatModel/eventStream';
import { resultOf } from '../../../packages/n8n-nodes-assemblyai-chat-model/nodes/LlmGatewayChatModel/chatReply';
import {
	streamedReply,
	textOfPiece,
} from '../../../packages/n8n-nodes-assemblyai-chat-model/nodes/LlmGatewayChatModel/streamedReply';
import { delta, events } from '../../support/unit/services/chatEvents';

const lineEnds = fc.constantFrom('\n', '\r\n');
const data = fc.array(
	fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n]/.test(text)),
	{
		minLength: 1,
		maxLength: 3,
	},
);
const cuts = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 20 });

function* cut(text: string, lengths: number[]): Iterable<string> {
	for (let at = 0, turn = 0; at < text.length; turn++) {
		const length = lengths[turn % lengths.length] ?? 0;
		yield text.slice(at, at + length + 1);
		at += length + 1;
	}
}

test('events are the same however the text is cut, with any ends of lines and comments between', () => {
	fc.assert(
		fc.property(fc.array(data), lineEnds, cuts, (all, end, lengths) => {
			const text = all
				.map((lines) => [
					': ping',
					'event: message',
					...lines.map((line) => `data: ${line}`),
					'',
					'',
				])
				.map((lines) => lines.join(end))
				.join('');
			const wanted = all.map((lines) => lines.join('\n'));
			const stream = new EventStream();
			const read = [...cut(text, lengths)].flatMap((piece) => stream.read(piece));
			expect([...read, ...stream.end()]).toEqual(wanted);
			expect(eventsIn(text)).toEqual(wanted);
		}),
	);
});

test('the last event counts where the connection closes behind it', () => {
	expect(eventsIn('data: one\n\ndata:two')).toEqual(['one', 'two']);
});

const called = fc.record({
	name: fc.string({ minLength: 1 }),
	args: fc.dictionary(fc.string(), fc.string()),
	lengths: cuts,
});
/** Some providers number the calls, others count each as the first. */
const numbering = fc.constantFrom('numbered', 'all first', 'none');
const texts = fc.array(fc.string({ unit: 'grapheme' }));

test('text and calls of tools are what they were before they were cut into pieces', () => {
	fc.assert(
		fc.property(texts, fc.array(called), numbering, (said, calls, kind) => {
			fc.pre(said.join('') !== '' || calls.length > 0);
			const place = (at: number) => {
				if (kind === 'none') return {};
				return { index: kind === 'numbered' ? at : 0 };
			};
			const pieces = calls.flatMap(({ name, args, lengths }, at) => [
				{ ...place(at), id: `call ${at}`, function: { name } },
				...[...cut(JSON.stringify(args), lengths)].map((piece) => ({
					...place(at),
					function: { arguments: piece },
				})),
			]);
			const all = [
				...said.map((content) => delta({ content })),
				...pieces.map((piece) => delta({ tool_calls: [piece] })),
				delta({}, 'stop'),
			];
			const { message } = resultOf(streamedReply(events(...all, '[DONE]')));
			expect(message.content).toEqual([
				...(said.join('') === '' ? [] : [{ type: 'text', text: said.join('') }]),
				...calls.map(({ name, args }, at) => ({
					...{ type: 'tool-call', toolCallId: `call ${at}`, toolName: name },
					input: JSON.stringify(args),
				})),
			]);
			expect(all.map(textOfPiece).join('')).toBe(said.join(''));
		}),
	);
});

test('whatever a service sends, it is a reply or an error that says so', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string(),
				fc.json(),
				fc.json().map((one) => events(one)),
			),
			(text) => {
				try {
					streamedReply(text);
				} catch (error) {
					expect(String(error)).toMatch(/The answer broke off while it came in\./);
				}
			},
		),
	);
});
