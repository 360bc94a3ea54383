import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { readParameter } from '../../shared/n8n/parameters/readParameter';
import type { Question } from '../../shared/questions/question';
import { withOwnQuestions } from '../../shared/questions/list/ownQuestions';
import { readQuestions } from '../../shared/questions/list/questionList';
import { QUESTION_SET_NAMES, QUESTION_SETS } from '../../shared/questions/sets/questionSets';
import { questionsJson } from '../../shared/questions/list/questionsJson';
import { additionalQuestionsField, questionEntries, questionsField } from './questionFields';

const sourceField: INodeProperties = {
	displayName: 'Question Source',
	name: 'questionSource',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'JSON',
			value: 'json',
			description: 'A list of questions from an earlier node, such as the rows of a sheet',
		},
		{
			name: 'Ready-Made Set',
			value: 'readyMade',
			description: 'Questions for a common kind of call, to which you can add your own',
		},
		{ name: 'Typed Here', value: 'list', description: 'A list of questions in this panel' },
	],
	default: 'list',
	description: 'Where the questions come from',
};

const setField: INodeProperties = {
	displayName: 'Question Set',
	name: 'questionSet',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Call Sentiment',
			value: 'callSentiment',
			description: 'Reason of the call and how customer and agent feel',
		},
		{
			name: 'Call Sentiment (AssemblyAI Guide)',
			value: 'callSentimentGuide',
			description:
				"The five questions of AssemblyAI's guide, about a call on the map of a car, each answered by a sentence and its reason",
		},
		{
			name: 'Meeting Follow-Up',
			value: 'meetingFollowUp',
			description: 'Summary, decisions, tasks and what was left open',
		},
		{
			name: 'Sales Qualification',
			value: 'salesQualification',
			description: 'Interest, need, budget, timing, objections and next step',
		},
		{
			name: 'Support Quality',
			value: 'supportQuality',
			description: 'A scorecard: the matter, whether it was settled, and how the agent handled it',
		},
	],
	default: 'callSentiment',
	displayOptions: { show: { questionSource: ['readyMade'] } },
	description: 'The questions to ask; the documentation of the node also lists their answer types',
};

/** What is asked by a set and under which keys the answers come, since the panel has no fields for it. */
const setNotices = QUESTION_SET_NAMES.map((name): INodeProperties => {
	// The panel shows no line breaks in a notice.
	const questions = QUESTION_SETS[name].map(({ key, question }) => `${key}: ${question}`);
	return {
		displayName: `Answers that you get, by key. ${questions.join(' • ')}`,
		name: `${name}Notice`,
		type: 'notice',
		default: '',
		displayOptions: { show: { questionSource: ['readyMade'], questionSet: [name] } },
	};
});

const jsonField: INodeProperties = {
	displayName: 'Questions (JSON)',
	name: 'questionsJson',
	type: 'json',
	default:
		'[\n  {\n    "key": "customer_sentiment",\n    "question": "How did the customer feel at the end of the call?",\n    "answer_options": ["positive", "neutral", "negative"]\n  }\n]',
	required: true,
	displayOptions: { show: { questionSource: ['json'] } },
	description:
		'An array of questions: each with question and, if you like, key, context, answerType, choices or answer_options, answerFormat or answer_format, points, section and critical',
};

export const questionSourceFields: INodeProperties[] = [
	sourceField,
	setField,
	...setNotices,
	{ ...questionsField, displayOptions: { show: { questionSource: ['list'] } } },
	{ ...additionalQuestionsField, displayOptions: { show: { questionSource: ['readyMade'] } } },
	jsonField,
];

/** The questions of one item, and the keys of a ready-made set that the item's own questions have taken. */
export interface ReadQuestions {
	questions: Question[];
	replacedKeys: string[];
}

/** @throws InputError naming the question or the parameter that cannot be used */
export function questionsOf(context: IExecuteFunctions, itemIndex: number): ReadQuestions {
	const read = <T>(field: INodeProperties, schema: z.ZodType<T, z.ZodTypeDef, unknown>) =>
		readParameter(context, itemIndex, field, schema);
	switch (read(sourceField, z.enum(['json', 'list', 'readyMade']))) {
		case 'json':
			return { questions: readQuestions(read(jsonField, questionsJson)), replacedKeys: [] };
		case 'list':
			return { questions: readQuestions(read(questionsField, questionEntries)), replacedKeys: [] };
		case 'readyMade': {
			const set = QUESTION_SETS[read(setField, z.enum(QUESTION_SET_NAMES))];
			const own = read(additionalQuestionsField, questionEntries);
			const { questions, replacedKeys } = withOwnQuestions(set, own);
			return { questions: readQuestions(questions), replacedKeys };
		}
	}
}
