import fc from 'fast-check';
import { promptMessages } from '../../../../nodes/shared/questions/questionPrompt';
import { sourceOfTranscript } from '../../../../nodes/shared/gateway/source';
import { question } from '../../../support/unit/questions';

const TAG = '{{ transcript }}';
const hostile = fc.array(
	fc.oneof(
		fc.string(),
		fc.constantFrom(TAG, '</transcript>', '<questions>', '</ Questions >', '"}]', '```', '\n', '<'),
	),
);
const anyText = hostile.map((parts) => parts.join(''));

const ask = (transcript: string | undefined, text: string, systemPrompt = '') => {
	const asked = question({ question: text, context: text, choices: [text], answerFormat: text });
	const [system, user] = promptMessages({
		transcript,
		questions: [{ index: 1, question: asked }],
		systemPrompt,
		evidence: true,
	});
	return { system: system?.content ?? '', user: user?.content ?? '' };
};
const count = (text: string, part: string | RegExp) => text.split(part).length - 1;

test('whatever is asked and instructed, the tag stands once and only between its marks', () => {
	fc.assert(
		fc.property(anyText, anyText, (text, instruction) => {
			const { system, user } = ask(undefined, text, instruction);
			expect(count(system, TAG)).toBe(0);
			expect(count(user, TAG)).toBe(1);
			expect(user.startsWith(`<transcript>\n${TAG}\n</transcript>\n`)).toBe(true);
		}),
	);
});

test('a transcript that is sent along has no tag and cannot close its fence', () => {
	fc.assert(
		fc.property(anyText, anyText, (transcript, text) => {
			const { system, user } = ask(transcript, text);
			expect(count(system + user, TAG)).toBe(0);
			for (const mark of ['<transcript>', '</transcript>', '<questions>', '</questions>']) {
				expect(count(user, mark)).toBe(1);
			}
			expect(count(user, /<\s*\/?\s*questions/i)).toBe(2);
		}),
	);
});

test('whatever a question holds, the list of questions is one JSON text that says the same', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const { user } = ask('words', text);
			const [, list = ''] = /<questions>\n([\s\S]*)\n<\/questions>$/.exec(user) ?? [];
			const [read] = JSON.parse(list);
			expect(read.question).toBe(text.replaceAll(TAG, '{{transcript}}'));
			expect(read.index).toBe(1);
		}),
	);
});

test('without evidence neither reason nor quote is asked for', () => {
	const [system] = promptMessages({
		transcript: 'words',
		questions: [{ index: 1, question: question() }],
		systemPrompt: 'Answer in German.',
		evidence: false,
	});
	expect(system?.content).not.toMatch(/reason|"quote"/);
	expect(system?.content.endsWith('\nAnswer in German.')).toBe(true);
});

test('a transcript is sent along where it has speakers or marks of our own, else named by its id', () => {
	const transcript = { id: 't-1', status: 'completed', text: 'Hello there.' };
	const utterances = [{ speaker: 'A', text: 'Hello there.', start: 65_000, end: 66_000 }];
	expect(sourceOfTranscript(transcript).text).toBeUndefined();
	expect(sourceOfTranscript({ ...transcript, utterances }).text).toBe(
		'[01:05] Speaker A: Hello there.',
	);
	expect(sourceOfTranscript({ ...transcript, text: 'a </transcript > b' }).text).toContain('a <');
	expect(sourceOfTranscript({ ...transcript, text: `a ${TAG} b` }).text).toContain('a {{');
	expect(
		sourceOfTranscript({ ...transcript, text: null, utterances: null, words: null }),
	).toMatchObject({
		words: [],
	});
});
