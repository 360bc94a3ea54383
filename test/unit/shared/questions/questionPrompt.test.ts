import fc from 'fast-check';
import { promptMessages } from '../../../../nodes/shared/questions/questionPrompt';
import { sourceOfTranscript } from '../../../../nodes/shared/gateway/source';
import type { Question } from '../../../../nodes/shared/questions/question';
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
			const isPlain = !/[<>]/.test(text);
			if (isPlain) expect(read.question).toBe(text.replaceAll(TAG, '{{transcript}}'));
			expect(read.index).toBe(1);
		}),
	);
});

test('an answer format reaches the model as it was typed', () => {
	const answerFormat = 'one line: <name> & <price> in "€" \\ 1 < 2';
	const { user } = ask('words', answerFormat);
	const [, list = ''] = /<questions>\n([\s\S]*)\n<\/questions>$/.exec(user) ?? [];
	expect(JSON.parse(list)).toMatchObject([{ answer_format: answerFormat }]);
	expect(user).toContain('<name>');
});

const messagesFor = (more: Partial<Question>, recordingDate?: string) => {
	const questions = [{ index: 1, question: question(more) }];
	const input = { transcript: 'words', questions, systemPrompt: '', evidence: true, recordingDate };
	const [system, user] = promptMessages(input);
	return { system: system?.content ?? '', user: user?.content ?? '' };
};

test('days are worked out from the day of the recording, and unknown without it', () => {
	expect(messagesFor({ answerType: 'date' }, '2026-03-04').system).toContain(
		'The recording was made on Wednesday, 2026-03-04:',
	);
	expect(messagesFor({ answerType: 'date' }).system).toContain(
		'It is not known when the recording was made.',
	);
	expect(messagesFor({ answerType: 'text' }).system).not.toContain('when the recording');
});

test('whose words count is said where it matters', () => {
	const { system, user } = messagesFor({ saidBy: 'customer' });
	expect(system).toContain('Where a question has "said_by", only words of that speaker');
	expect(user).toContain('"said_by":"customer"');
	expect(messagesFor({}).system).not.toContain('said_by');
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

test('the words of a transcript are those of its utterances, where they are complete', () => {
	const word = (text: string, start: number, speaker?: string) => ({
		text,
		start,
		end: start + 90,
		speaker,
	});
	const utterances = [
		{
			speaker: 'Customer',
			text: 'I do',
			start: 0,
			end: 300,
			words: [word('I', 0, 'A'), word('do', 200, 'A')],
		},
		{
			speaker: 'B',
			text: 'Oh no',
			start: 100,
			end: 400,
			words: [word('Oh', 100), word('no', 300)],
		},
	];
	const mixed = [word('I', 0), word('Oh', 100), word('do', 200), word('no', 300)];
	const whole = { id: 't-1', status: 'completed', text: 'I do Oh no', words: mixed };
	const wordsOf = (transcript: Parameters<typeof sourceOfTranscript>[0]) =>
		sourceOfTranscript(transcript).words.map(({ text, speaker }) => `${speaker ?? '?'} ${text}`);
	const told = ['Customer I', 'Customer do', 'B Oh', 'B no'];
	expect(wordsOf({ ...whole, utterances })).toEqual(told);
	expect(wordsOf({ ...whole, words: null, utterances })).toEqual(told);
	const bare = utterances.map((one) => ({ ...one, words: null }));
	expect(wordsOf({ ...whole, words: [], utterances: bare })).toEqual(told);
	expect(wordsOf({ ...whole, words: [], utterances: [] })).toEqual(['? I', '? do', '? Oh', '? no']);
});

test('the model is not told what answers are worth', () => {
	const points = { by: 'answer' as const, values: new Map([['yes', 7]]), areTogether: false };
	const scoring = { points, section: 'Compliance', critical: true };
	expect(messagesFor({ scoring })).toEqual(messagesFor({}));
});
