import fc from 'fast-check';
import { exactMessages } from '../../../../nodes/shared/gateway/promptMessages';
import { sourceOfText, sourceOfTranscript } from '../../../../nodes/shared/gateway/source';

const TAG = '{{ transcript }}';
const utterances = [{ speaker: 'A', text: 'We met on a long and sunny day.', start: 0, end: 900 }];
const transcript = sourceOfTranscript({
	id: 't-1',
	status: 'completed',
	text: 'We met on a long and sunny day.',
	utterances,
});
const exact = (prompt: string, more: Partial<Parameters<typeof exactMessages>[0]> = {}) =>
	exactMessages({ source: transcript, prompt, systemPrompt: '', ...more });

const anyText = fc.string({ unit: 'binary' }).filter((text) => !/\{\{\s*transcript/i.test(text));

test('what is typed is what is sent, whatever it is', () => {
	fc.assert(
		fc.property(anyText, anyText, (before, after) => {
			const prompt = `${before}${TAG}${after}`;
			expect(exact(prompt)).toEqual({
				messages: [{ role: 'user', content: prompt }],
				transcriptId: 't-1',
				hasSource: true,
			});
		}),
	);
});

test('a system prompt is sent as typed as well, and nothing where there is none', () => {
	const { messages } = exact(`Sum up ${TAG}.`, { systemPrompt: ' Be brief. <transcript>' });
	expect(messages).toEqual([
		{ role: 'system', content: ' Be brief. <transcript>' },
		{ role: 'user', content: `Sum up ${TAG}.` },
	]);
	expect(exact(`Sum up ${TAG}.`, { systemPrompt: ' \n' }).messages).toHaveLength(1);
	const within = exact('Sum it up.', { systemPrompt: `About this: ${TAG}` });
	expect(within).toMatchObject({ transcriptId: 't-1', hasSource: true });
});

test('a text of an earlier node is put in here, in the first place as the service would do it', () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			const source = sourceOfText(text);
			const { messages, transcriptId } = exact(`a ${TAG} b ${TAG}`, { source });
			expect(messages[0]?.content).toBe(`a ${text} b ${TAG}`);
			expect(transcriptId).toBeUndefined();
		}),
	);
});

test('without the tag no transcript goes along, and it is told', () => {
	expect(exact('Write a poem.')).toEqual({
		messages: [{ role: 'user', content: 'Write a poem.' }],
		transcriptId: undefined,
		hasSource: false,
	});
	expect(exact('Sum up: We met on a long and sunny day.').hasSource).toBe(true);
	expect(exact('Speaker A: We met on a long and sunny day.').hasSource).toBe(true);
	expect(exact('x', { source: sourceOfText('') }).hasSource).toBe(false);
});

test.each(['{{transcript}}', '{{ TRANSCRIPT }}', '{{  transcript }}', '{{\ntranscript\n}}'])(
	'what only looks like the tag is refused: %j',
	(likeness) => {
		expect(() => exact(`Sum up ${likeness}.`)).toThrow(
			`AssemblyAI does not take ${likeness} for the transcript`,
		);
		expect(() => exact('Sum it up.', { systemPrompt: likeness })).toThrow('does not take');
		expect(exact(`${TAG} is not ${likeness}`).hasSource).toBe(true);
	},
);
