import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { ExecutionHints } from '../../shared/n8n/items/executionHints';
import { isTool } from '../../shared/n8n/items/isTool';
import type { NodeOperation } from '../../shared/n8n/items/nodeOperations';
import { givingWay } from '../../shared/n8n/service/clock';
import { calendarDay } from '../../shared/n8n/parameters/calendarDay';
import { readParameter } from '../../shared/n8n/parameters/readParameter';
import { AnswerReview } from '../../shared/questions/review/answerReview';
import { answersOutput } from '../../shared/questions/answersOutput';
import { answerQuestions } from '../../shared/questions/answerQuestions';
import { reviewReasons } from '../../shared/questions/review/reviewReasons';
import { askEachItem } from './askEachItem';
import { modelField, modelId, modelOptions, optionsWith } from './model/modelFields';
import {
	hasReviewOutput,
	needsReviewOutputOption,
	REVIEW_OUTPUT,
	reviewCodes,
} from './needsReviewOutput';
import {
	passMarkOption,
	pointsNeedQuoteOption,
	refusePointsWithoutQuotes,
	scorecardOptions,
} from './scorecardOptions';
import { questionsOf, questionSourceFields } from './questionSourceFields';
import { recordingDateOption } from './recordingDate';
import { transcriptFields } from './transcriptFields';

const outputItemsField: INodeProperties = {
	displayName: 'Output Items',
	name: 'outputItems',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'One per Question',
			value: 'perQuestion',
			description:
				'Each answer is an item of its own with its reason and quote beside it, such as a row of a sheet',
		},
		{
			name: 'One per Recording',
			value: 'perRecording',
			description: 'All answers of a recording are one item, such as a record of a CRM',
		},
	],
	default: 'perRecording',
	description: 'How the answers are handed to the next node',
};

const evidenceOption: INodeProperties = {
	displayName: 'Evidence',
	name: 'evidence',
	type: 'boolean',
	default: true,
	description:
		'Whether each answer comes with its reason and a quote that is looked up in the recording',
};

const unknownAnswersOption: INodeProperties = {
	displayName: 'Unknown Answers',
	name: 'unknownAnswers',
	type: 'options',
	options: [
		{
			name: 'Omit',
			value: 'omit',
			description: 'Leave the key out, so that a field of your CRM keeps its value',
		},
		{ name: 'Set to Null', value: 'setNull', description: 'Put null under the key' },
	],
	default: 'setNull',
	description: 'What to do with questions that the recording does not answer',
};

const optionsField = optionsWith(
	recordingDateOption,
	evidenceOption,
	needsReviewOutputOption,
	unknownAnswersOption,
	passMarkOption,
	pointsNeedQuoteOption,
);

const askOptions = modelOptions.extend({
	evidence: z.boolean().default(true),
	needsReviewOutput: reviewCodes,
	recordingDate: calendarDay.optional(),
	...scorecardOptions,
	unknownAnswers: z.enum(['setNull', 'omit']).default('setNull'),
});

const outputItemsChoice = z.enum(['perQuestion', 'perRecording']);

export const askQuestions: NodeOperation = {
	value: 'askQuestions',
	name: 'Ask Questions',
	description: 'Answer a list of questions about a transcript, each with its reason and a quote',
	action: 'Ask questions about a transcript',
	fields: [
		...transcriptFields,
		...questionSourceFields,
		modelField,
		outputItemsField,
		optionsField,
	],
	run: askEachItem((context) => {
		const hints = new ExecutionHints(context);
		const review = new AnswerReview();
		const outputIndex = hasReviewOutput(context) ? REVIEW_OUTPUT : 0;
		return (itemIndex) => {
			const { questions, replacedKeys } = questionsOf(context, itemIndex);
			if (replacedKeys.length > 0) {
				const keys = replacedKeys.join(', ');
				hints.show('replaced', `Asked in place of the set's own question: your ${keys}`, 'info');
			}
			const options = readParameter(context, itemIndex, optionsField, askOptions);
			refusePointsWithoutQuotes(questions, options);
			const outputItems = readParameter(context, itemIndex, outputItemsField, outputItemsChoice);
			const model = readParameter(context, itemIndex, modelField, modelId, { extractValue: true });
			return {
				what: questions.length === 1 ? '1 question' : `${questions.length} questions`,
				includeInputFields: options.includeInputFields,
				async ask(gateway, source) {
					const { evidence, recordingDate, systemPrompt } = options;
					const settings = { ...options, model };
					const inquiry = {
						source,
						questions,
						settings,
						evidence,
						systemPrompt,
						recordingDate,
						giveWay: givingWay(),
					};
					const answers = await answerQuestions(gateway, inquiry);
					review.add(answers.answered, source);
					for (const { subject, message, type } of review.remarks()) {
						hints.show(subject, message, type);
					}
					const evidenceByKey = !isTool(context);
					const { passMark, pointsNeedQuote: needQuote, needsReviewOutput: codes } = options;
					const items = answersOutput(answers, source, {
						...options,
						outputItems,
						evidenceByKey,
						scorecard: { passMark, needQuote },
						review: codes && reviewReasons(answers, source, { codes, models: settings, evidence }),
					});
					return items.map(({ json, needsReview }) =>
						needsReview ? { json, outputIndex } : { json },
					);
				},
			};
		};
	}),
};
