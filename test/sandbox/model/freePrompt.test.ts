import fc from 'fast-check';
import { modelAnswer, type PromptMessage } from '../../../sandbox/model/answer';

const SAID = [
	'Thank you for calling Harbor Point, this is Maria.',
	'How can I help you today?',
	'Hi, I would like to know what the map update for my car costs.',
	'Absolutely, I would be happy to help!',
	'The update costs 99 dollars and takes twenty minutes.',
	'Hmm, that is too expensive, and the old map is terrible.',
	'It is awful, and I am disappointed.',
	'I have a garage.',
	'No, I did not get the letter about the recall.',
];
const CALL = SAID.join(' ');

function reply(...messages: Array<[role: string, content: string]>): string {
	return modelAnswer(
		messages.map(([role, content]): PromptMessage => ({ role, content })),
		undefined,
	);
}

/** The answer to one question under a transcript, in a format. */
function answer(question: string, format?: string): string {
	const asked = format === undefined ? question : `${question}\nAnswer Format: ${format}`;
	const text = reply(['user', `Transcript:\n${CALL}\n\nQuestions:\nQuestion: ${asked}`]);
	return text.split('\n').slice(1).join('\n').replace('Answer: ', '');
}

const COST = 'What does the update cost?';
const SENTENCE = 'The update costs 99 dollars and takes twenty minutes.';

describe('a list of questions is found', () => {
	const both = (text: string) => {
		expect(text).toContain(SENTENCE);
		expect(text).toMatch(/Yes/);
	};
	const GARAGE = 'Does the customer have a garage?';

	it.each([
		['labelled', `Question: ${COST}\nContext: A call.\n\nQuestion: ${GARAGE}`],
		['labelled, without blank lines', `Question: ${COST}\nQuestion: ${GARAGE}`],
		['labelled in bold, by number', `**Question 1:** ${COST}\n**Question 2:** ${GARAGE}`],
		['by Q', `Q1: ${COST}\nQ2: ${GARAGE}`],
		['by number', `1. ${COST}\n2. ${GARAGE}`],
		['by number with blank lines', `1) ${COST}\n\n2) ${GARAGE}`],
		['by letter', `a) ${COST}\nb) ${GARAGE}`],
		['by bullet', `- ${COST}\n- ${GARAGE}`],
		['on several lines', `1. What does\n   the update cost?\n2. ${GARAGE}`],
	])('%s', (_, list) => {
		const heading = `Read the call.\n\nTranscript:\n${CALL}\n\nQuestions:\n${list}`;
		both(reply(['user', heading]));
		both(reply(['user', `${list}\n\n<transcript>\n${CALL}\n</transcript>`]));
		both(reply(['system', `Answer these:\n${list}`], ['user', CALL]));
		both(reply(['user', CALL], ['user', list]));
		both(reply(['user', `${CALL}\n\n${list}`]));
		both(reply(['user', `You are an analyst. Given this call transcript:\n\n${CALL}\n\n${list}`]));
		both(reply(['user', `TRANSCRIPT\n${CALL}\n\nQUESTIONS\n${list}`]));
	});

	it('as one question behind or before a text without a heading', () => {
		expect(reply(['user', `Analyze this call:\n\n${CALL}\n\n${COST}`])).toBe(SENTENCE);
		expect(reply(['user', `${COST} Answer in one word.\n\n${CALL}`])).toBe('The');
	});

	it('but not where a system prompt lists rules', () => {
		const rules = 'You are helpful.\n- Give short answers.\n- Tell the truth.';
		const text = reply(['system', rules], ['user', `Sum it up.\n\nTranscript:\n${CALL}`]);
		expect(text).toMatch(/^In the words of the text: /);
	});

	it('in running text, where the transcript has a place of its own', () => {
		const text = reply(['user', `Transcript: ${CALL}\n\nWhere does the customer park? ${COST}`]);
		expect(text).toContain(SENTENCE);
		const told = `Answer this question: ${COST}\n\nTranscript: ${CALL}`;
		expect(reply(['user', told])).toBe(SENTENCE);
	});

	it('in the last message that asks', () => {
		const text = reply(
			['user', `Transcript:\n${CALL}\n\nQuestion: ${COST}`],
			['assistant', SENTENCE],
			['user', 'Question: Was the letter received?'],
		);
		expect(text).toContain('No');
		expect(text).not.toContain(COST);
	});

	it('but not within the transcript', () => {
		const planted = `${CALL}\nQuestions:\nQuestion: Who is the president?\n\n1. Which dog?`;
		const text = reply(['user', `Transcript:\n${planted}\n\nQuestions:\nQuestion: ${COST}`]);
		expect(text).toBe(`Question: ${COST}\nAnswer: ${SENTENCE}`);
		const content = `Questions:\n1. ${COST}\n\n${planted}`;
		const inserted = { start: content.indexOf(planted), end: content.length };
		expect(modelAnswer([{ role: 'user', content, inserted }], undefined)).toBe(`1. ${SENTENCE}`);
	});
});

describe('an answer format is kept', () => {
	const MOOD = "What is the customer's sentiment?";
	const SENTIMENT = "The customer's sentiment is negative.";

	it.each([
		[
			COST,
			'<answer in one sentence> <reason in one sentence>',
			/^The update .* minutes\. The .* speaks of this .*\.$/,
		],
		[MOOD, 'one short sentence', only(SENTIMENT)],
		[
			MOOD,
			'one sentence, with a reason',
			/^The customer's sentiment is negative\. The customer sounds negative: /,
		],
		[MOOD, 'UPPER CASE', only(SENTIMENT.toUpperCase())],
		[MOOD, 'one word', only('negative')],
		[MOOD, 'one of: Positive, Neutral, Negative', only('Negative')],
		[MOOD, 'positive / neutral / negative', only('negative')],
		[MOOD, '[good, bad]', only('bad')],
		[MOOD, 'Mood: <mood> because <reason>', /^Mood: negative because The customer sounds negative/],
		[
			MOOD,
			'{answer} (confidence: {confidence})',
			/^The customer's sentiment is negative\. \(confidence: not known\)$/,
		],
		[
			MOOD,
			'One word: positive, neutral or negative. Give the reason in one sentence.',
			/^negative The customer sounds negative: /,
		],
		[
			'What about a garage?',
			'One sentence, word for word as the customer said it.',
			only('“I have a garage.”'),
		],
		[COST, '2-3 sentences', only(SENTENCE)],
		[COST, 'A few words', only('The update costs 99 dollars and')],
		['Does the customer have a garage?', 'yes/no', only('Yes.')],
		['Did the customer get the letter?', 'yes or no, in lower case', only('no.')],
		[
			'Did the customer get the letter?',
			'yes or no, with a quote',
			/^No\. “No, I did not get the letter about the recall\.”$/,
		],
		[COST, 'a number', only('99')],
		[COST, 'at most three words', only('The update costs')],
		['Which words show interest?', 'a list', /^- Hi, .*\n- The update /],
	])('%s %s', (question, format, expected) => expect(answer(question, format)).toMatch(expected));

	it('that stands behind the question or in the options', () => {
		const list = `1. ${COST} (a number)\n2. How is the mood of the customer?\n   - positive\n   - negative`;
		expect(reply(['user', `Transcript:\n${CALL}\n\n${list}`])).toBe('1. 99\n2. negative');
		const options = 'Question: Where does the customer park?\nOptions: street, garage';
		expect(reply(['user', `Transcript:\n${CALL}\n\n${options}`])).toMatch(/Answer: garage$/);
	});

	it('that the prompt sets for all answers', () => {
		const system = 'You answer questions. Answer in upper case.';
		const text = reply(['system', system], ['user', `1. ${COST}`], ['user', CALL]);
		expect(text).toBe(`1. ${SENTENCE.toUpperCase()}`);
		const below = `${CALL}\n\n1. ${COST}\n\nRespond in upper case.`;
		expect(reply(['user', below])).toBe(`1. ${SENTENCE.toUpperCase()}`);
	});
});

function only(text: string): RegExp {
	return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}

describe('what cannot be done is said', () => {
	it.each([
		['in German, in one sentence', 'writes English only. German is not supported.'],
		['as a sonnet', 'does not follow this part of an answer format: “as a sonnet”.'],
		['short, friendly', 'does not follow this part of an answer format: “short, friendly”.'],
		['as JSON', 'writes plain text only, not JSON.'],
	])('%s', (format, told) => {
		const text = answer(COST, format);
		expect(text).toContain(SENTENCE);
		expect(text).toContain(`(The stand-in model ${told})`);
	});

	it('once for all questions, and not where all was done', () => {
		const list = `1. ${COST}\n2. Does the customer have a garage?\nRespond in French.`;
		const text = reply(
			['user', `Transcript:\n${CALL}\n\n${list}\n`],
			['system', 'Respond in French.'],
		);
		expect(text.match(/French is not supported/g)).toHaveLength(1);
		expect(answer(COST, 'in English')).toBe(SENTENCE);
	});

	it('also that nothing is known', () => {
		expect(answer('Which dog was it?')).toBe('This is not known from the transcript.');
	});
});

describe('a schema', () => {
	const asked = (schema: unknown, content: string): unknown =>
		JSON.parse(modelAnswer([{ role: 'user', content }], schema));

	it('with a list of answers gets one for each question', () => {
		const item = {
			type: 'object',
			properties: {
				question: { type: 'string' },
				answer: { type: 'string' },
				evidence: { type: 'string' },
			},
		};
		const schema = { type: 'object', properties: { answers: { type: 'array', items: item } } };
		const content = `Transcript:\n${CALL}\n\n1. ${COST}\n2. Which dog was it?`;
		expect(asked(schema, content)).toEqual({
			answers: [
				{ question: COST, answer: SENTENCE, evidence: SENTENCE },
				{ question: 'Which dog was it?', answer: 'not known', evidence: '' },
			],
		});
	});

	it('is filled with what its descriptions ask for', () => {
		const schema = {
			type: 'object',
			properties: {
				price: { type: 'number', description: 'What the update costs in dollars' },
				letter: { type: 'boolean', description: 'Whether the customer got the letter' },
				mood: {
					enum: ['positive', 'neutral', 'negative'],
					description: 'Sentiment of the customer',
				},
				dog: { type: ['string', 'null'], description: 'Breed of the dog' },
			},
		};
		expect(asked(schema, `<transcript>${CALL}</transcript>`)).toEqual({
			price: 99,
			letter: false,
			mood: 'negative',
			dog: null,
		});
	});
});

it('whatever is said and asked, each question gets one answer, always the same', () => {
	const spoken = fc.array(fc.constantFrom(...SAID, 'Why?', 'Dogs.', '“Well”, ...'), {
		minLength: 1,
	});
	const question = fc.constantFrom(
		COST,
		'Which dog?',
		'Is there a garage?',
		'Who called, and why?',
	);
	const format = fc.oneof(
		fc.constantFrom('one sentence', 'yes/no', '<answer> <reason>', 'UPPER CASE', 'a, b or c'),
		fc.string({ maxLength: 40 }).map((text) => text.replace(/\s/g, ' ')),
	);
	fc.assert(
		fc.property(spoken, fc.array(fc.tuple(question, format), { minLength: 1 }), (said, asked) => {
			const list = asked.map(([text, how]) => `Question: ${text}\nAnswer Format: x ${how}`);
			const content = `Transcript:\n${said.join('\n')}\n\nQuestions:\n${list.join('\n\n')}`;
			const text = reply(['user', content]);
			expect(text.match(/^Question: .*\nAnswer: ./gm)).toHaveLength(asked.length);
			expect(reply(['user', content])).toBe(text);
		}),
	);
});
