import type { Detail } from '../../../tools/demo/answers';
import { answersTable, recordTable } from '../../../tools/demo/table';

const interested: Detail = {
	key: 'interest',
	question: "Which quote best shows the customer's level of interest in the offer?",
	answer: 'Now that sounds interesting.',
	reason: 'The customer says so in as many words after hearing the price of the yearly plan.',
	evidence: {
		quote: 'Now that sounds interesting.',
		verified: true,
		speaker: 'B',
		start: 41517,
		end: 43058,
		at: '00:41',
	},
};
const invented: Detail = {
	key: 'buys',
	question: 'Does the customer buy?',
	answer: true,
	reason: 'It seems so.',
	evidence: {
		quote: 'I buy it.',
		verified: false,
		speaker: null,
		start: null,
		end: null,
		at: null,
	},
};
const unknown: Detail = {
	key: 'dog',
	question: 'What is the dog called?',
	answer: null,
	reason: null,
	evidence: { quote: null, verified: false, speaker: null, start: null, end: null, at: null },
};
const widest = (text: string) => Math.max(...text.split('\n').map((line) => line.length));

/** The text of a table without its lines and line breaks, column by column. */
function columns(table: string): string[] {
	const cells = table.split('\n').map((line) => line.split('│').slice(1, -1));
	return [0, 1, 2, 3].map((column) =>
		cells
			.map((row) => row[column]?.trim() ?? '')
			.filter(Boolean)
			.join(' '),
	);
}

test('the table has the answer, its reason, and the quote with its speaker, time and mark', () => {
	const [questions, answers, reasons, quotes] = columns(answersTable([interested], 100));
	expect(questions).toBe(`Question ${interested.question}`);
	expect(answers).toBe('Answer see the quote');
	expect(reasons).toBe(`Reason ${interested.reason}`);
	expect(quotes).toBe('Quote “Now that sounds interesting.” Speaker B 00:41 ✔ verified');
});

test('a quote that was not found is marked, and an answer that is not known says so', () => {
	const [, answers, , quotes] = columns(answersTable([invented, unknown], 160));
	expect(answers).toBe('Answer yes not in the recording');
	expect(quotes).toBe('Quote “I buy it.” ✘ not found in the transcript no quote');
});

test.each([80, 81, 100, 137, 160, 400])('a table fits %i characters', (width) => {
	const record = { transcript_id: 'abc', reason: interested.reason };
	const text = answersTable([interested, invented, unknown], width);
	expect(widest(text)).toBe(Math.min(width, 160));
	expect(widest(recordTable(record, width))).toBe(Math.min(width, 160));
});

test.each([30, 60, 79])('below 80 characters it is a list that fits %i', (width) => {
	const text = answersTable([interested, invented, unknown], width);
	expect(text).not.toContain('│');
	expect(widest(text)).toBeLessThanOrEqual(width);
	expect(text.split(/\s+/).join(' ')).toContain('Speaker B 00:41 ✔ verified');
	expect(widest(recordTable({ reason: interested.reason }, width))).toBeLessThanOrEqual(width);
});

test('several values are joined, and a field without a value is empty', () => {
	const text = recordTable({ topics: ['price', 'maps'], next: null }, 60);
	expect(text).toBe('topics: price, maps\nnext:');
});
