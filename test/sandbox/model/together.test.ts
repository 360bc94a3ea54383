import { modelAnswer } from '../../../sandbox/model/answer';
import { unitsOfCalls } from '../../../nodes/shared/acrossCalls/together/entry';
import { readTogether } from '../../../nodes/shared/acrossCalls/together/readTogether';
import {
	togetherMessages,
	togetherSchema,
} from '../../../nodes/shared/acrossCalls/together/togetherPrompt';
import { answeredCalls } from '../../support/unit/answeredCalls';
import { question } from '../../support/unit/questions';

const asked = question({ question: 'What do customers complain about?' });
const together = (answers: string[], schema: unknown = togetherSchema.schema) => {
	const calls = answeredCalls(answers.map((answer) => ({ answer, quote: answer })));
	return readTogether(modelAnswer(togetherMessages(asked, unitsOfCalls(calls, 0), ''), schema));
};

test('calls with the same answer are a theme', () => {
	expect(together(['late', 'dear', 'late', 'late', 'dear'])).toEqual({
		answer: 'What comes up most: late, dear.',
		themes: [
			{ title: 'late', entries: [1, 3, 4], quotes: [1, 3, 4] },
			{ title: 'dear', entries: [2, 5], quotes: [2, 5] },
		],
	});
});

test('calls that share a word are a theme, and what all say is none while there is another', () => {
	const { themes = [] } =
		together([
			'My order had a broken screen.',
			'The order came with the wrong screen.',
			'I waited for my order for weeks.',
			'After weeks the order was not there.',
			'The order was fine but the invoice was not.',
		]) ?? {};
	expect(themes.slice(0, 2).map((theme) => [theme?.title, theme?.entries])).toEqual([
		['screen', [1, 2]],
		['weeks', [3, 4]],
	]);
});

test('without a schema the form is that of the prompt', () => {
	expect(together(['late', 'late'], undefined)?.themes).toHaveLength(1);
});

test('one call alone is no theme', () => {
	expect(together(['It came late.'])).toEqual({
		answer: 'One call says: It came late.',
		themes: [],
	});
});

test('another schema gets what is valid for it', () => {
	const schema = { type: 'object', properties: { summary: { type: 'string' } } };
	const messages = togetherMessages(
		asked,
		unitsOfCalls(answeredCalls([{ answer: 'late' }]), 0),
		'',
	);
	expect(Object.keys(JSON.parse(modelAnswer(messages, schema)))).toEqual(['summary']);
});
