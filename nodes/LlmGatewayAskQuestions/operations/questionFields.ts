import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import type { AnswerType } from '../../shared/questions/question';

const answerTypes: Array<{ name: string; value: AnswerType; description: string }> = [
	{ name: 'Date', value: 'date', description: 'A day, as YYYY-MM-DD' },
	{ name: 'List', value: 'list', description: 'Several short texts' },
	{ name: 'Number', value: 'number', description: 'A number, without its unit' },
	{ name: 'One Of', value: 'oneOf', description: 'Exactly one of the choices you give' },
	{ name: 'Quote', value: 'quote', description: 'What somebody said, word for word' },
	{
		name: 'Several Of',
		value: 'severalOf',
		description: 'Those of the choices you give that apply',
	},
	{ name: 'Text', value: 'text', description: 'A short text' },
	{ name: 'Yes/No', value: 'yesNo', description: 'True for yes, false for no' },
];

// A constant of its own, so that the fields keep the order in which a person thinks of them.
const questionValues: INodeProperties[] = [
	{
		displayName: 'Question',
		name: 'question',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. How did the customer feel at the end?',
		description: 'What you want to know',
	},
	{
		displayName: 'Answer Type',
		name: 'answerType',
		type: 'options',
		typeOptions: { showEvenWhenOptional: true },
		options: answerTypes,
		default: 'text',
		description: 'What kind of value the answer is',
	},
	{
		displayName: 'Choices',
		name: 'choices',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		required: true,
		placeholder: 'e.g. positive, neutral, negative',
		displayOptions: { show: { answerType: ['oneOf', 'severalOf'] } },
		description:
			'The allowed answers, separated by commas, or one per line if they have commas themselves',
	},
	{
		displayName: 'Key',
		name: 'key',
		type: 'string',
		default: '',
		placeholder: 'e.g. customer_sentiment',
		hint: 'Empty: made from the question, e.g. what_does_it_cost',
		description:
			'The name under which you find the answer in the output, such as the name of the field in your CRM',
	},
	{
		displayName: 'Context',
		name: 'context',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. The customer is the one who called. A plan is what we sell for a year.',
		description: 'What the model should know for this question, such as who the speakers are',
	},
	{
		displayName: 'Answer Format',
		name: 'answerFormat',
		type: 'string',
		default: '',
		placeholder: 'e.g. One sentence in German',
		description: 'How the answer should be worded',
	},
	{
		displayName: 'Said By',
		name: 'saidBy',
		type: 'string',
		default: '',
		placeholder: 'e.g. customer',
		description:
			'Whose words count as a quote: a speaker as the transcript names him or her, such as B, or a role found by Speaker Identification. Words of somebody else are then no evidence. Empty: anybody.',
	},
	{
		displayName: 'Points',
		name: 'points',
		type: 'string',
		default: '',
		placeholder: 'e.g. yes=10, no=0',
		hint: 'Choices: positive=5, neutral=2. Numbers: >=8=10, >=5=5. One number: for a yes, or for any answer with a verified quote.',
		description:
			'What the answers are worth in a scorecard. The points are added up by the node, and the model is not told. Empty: the question does not count.',
	},
	{
		displayName: 'Section',
		name: 'section',
		type: 'string',
		default: '',
		placeholder: 'e.g. Opening',
		description:
			'The part of the scorecard that the points belong to, which gets a score of its own',
	},
	{
		displayName: 'Critical',
		name: 'critical',
		type: 'boolean',
		default: false,
		description:
			'Whether the whole recording fails if the answer gives no points. An unknown answer fails nothing.',
	},
];

export const questionsField: INodeProperties = {
	displayName: 'Questions',
	name: 'questions',
	type: 'fixedCollection',
	typeOptions: {
		multipleValues: true,
		sortable: true,
		// Six questions with six fields each are six screens; older n8n shows all the fields.
		hideOptionalFields: true,
		addOptionalFieldButtonText: 'Add Key, Context, Points and More',
		// For editors that fold the entries, which n8n 2.41 does only where its experiment with them is on.
		fixedCollection: { itemTitle: '={{ $collection.item.value.question }}' },
	},
	placeholder: 'Add Question',
	default: {
		question: [
			{
				question: 'How did the customer feel at the end of the call?',
				key: 'customer_sentiment',
				context: '',
				answerType: 'oneOf',
				choices: 'positive, neutral, negative',
				answerFormat: '',
			},
		],
	},
	description: 'All questions are asked at once; each gets an answer under its key',
	options: [{ displayName: 'Question', name: 'question', values: questionValues }],
};

/** Under a ready-made set: the same list, empty to begin with, so that the example of the other stays there. */
export const additionalQuestionsField: INodeProperties = {
	...questionsField,
	displayName: 'Additional Questions',
	name: 'additionalQuestions',
	default: {},
	description:
		'Questions of your own that are asked together with those of the set. One with a key of the set takes the place of that question.',
};

/** The entries as typed; what is in them is read by the domain code, which names the faulty one. */
export const questionEntries = z
	.object({ question: z.array(z.unknown()).optional() })
	.transform(({ question }) => question ?? []);
