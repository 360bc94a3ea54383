import fc from 'fast-check';
import { modelAnswer } from '../../../sandbox/model/answer';

// Whatever was said and whatever is asked: the answers have their shape, and their quotes were said.

const word = fc.constantFrom(
	...`the price is great not terrible update car 99 dollars agent customer May 3rd, 2027 I want ! ? . <transcript>
	</questions> [00:01] Speaker B: "quoted" ünïcode`.split(/\s+/),
);
const line = fc.array(word, { minLength: 1, maxLength: 12 }).map((said) => said.join(' '));
const transcript = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));
const question = fc.record({
	index: fc.nat(),
	question: fc.oneof(line, fc.string()),
	context: line,
	answer_type: fc.constantFrom(
		'text',
		'yesNo',
		'number',
		'oneOf',
		'severalOf',
		'date',
		'list',
		'quote',
	),
	choices: fc.array(fc.oneof(word, fc.string()), { maxLength: 4 }),
});

it('is answered in shape, with quotes that were said', () => {
	fc.assert(
		fc.property(transcript, fc.array(question, { maxLength: 4 }), (said, questions) => {
			const block = JSON.stringify(questions).replace(/</g, '\\u003c');
			const content = `<transcript>\n${said}\n</transcript>\n<questions>\n${block}\n</questions>`;
			const { answers } = JSON.parse(modelAnswer([{ role: 'user', content }], undefined));
			expect(answers.map(({ index }: { index: number }) => index)).toEqual(
				questions.map(({ index }) => index),
			);
			for (const { known, answer, quote, reason } of answers) {
				expect([answer, quote, reason].every((part) => (part === '') !== known)).toBe(true);
				expect(said).toContain(quote);
			}
		}),
	);
});
