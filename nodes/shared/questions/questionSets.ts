import type { AnswerType } from './question';

/** A question of a ready-made set, as it could be typed into the list as well. */
export interface ReadyMadeQuestion {
	key: string;
	question: string;
	context?: string;
	answerType: AnswerType;
	choices?: string[];
	answerFormat?: string;
	saidBy?: string;
}

export const QUESTION_SET_NAMES = [
	'callSentiment',
	'meetingFollowUp',
	'salesQualification',
	'supportQuality',
] as const;

export type QuestionSetName = (typeof QUESTION_SET_NAMES)[number];

const MOODS = ['positive', 'neutral', 'negative'];
const CALLER =
	'The customer is the one who wants something: to buy, to know or to have something fixed. The agent answers for the company.';

const callSentiment: ReadyMadeQuestion[] = [
	{
		key: 'call_reason',
		question: 'Why did this call take place?',
		context: CALLER,
		answerType: 'text',
		answerFormat: 'one sentence',
	},
	{
		key: 'call_sentiment',
		question: 'What is the overall sentiment of the call?',
		context: 'Judge the conversation as a whole, all speakers together.',
		answerType: 'oneOf',
		choices: MOODS,
	},
	{
		key: 'customer_sentiment',
		question: 'How does the customer feel at the end of the call?',
		context: CALLER,
		answerType: 'oneOf',
		choices: MOODS,
		saidBy: 'customer',
	},
	{
		key: 'customer_sentiment_change',
		question: 'How did the mood of the customer change during the call?',
		context: `${CALLER} Compare how the customer speaks at the beginning and at the end.`,
		answerType: 'oneOf',
		choices: ['improved', 'unchanged', 'worsened'],
	},
	{
		key: 'agent_sentiment',
		question: 'How does the agent come across?',
		context: CALLER,
		answerType: 'oneOf',
		choices: MOODS,
		saidBy: 'agent',
	},
	{
		key: 'customer_quote',
		question: 'Which words of the customer show best how he or she feels?',
		context: CALLER,
		answerType: 'quote',
		answerFormat: 'one sentence',
		saidBy: 'customer',
	},
];

const meetingFollowUp: ReadyMadeQuestion[] = [
	{
		key: 'summary',
		question: 'What was the meeting about, and what came of it?',
		answerType: 'text',
		answerFormat: 'two to four sentences',
	},
	{
		key: 'decisions',
		question: 'What was decided?',
		context: 'Only what was agreed on, not what was merely proposed.',
		answerType: 'list',
		answerFormat: 'one sentence for each decision',
	},
	{
		key: 'action_items',
		question: 'Who is to do what, and by when?',
		context: 'Only tasks that somebody took on or was given in the meeting.',
		answerType: 'list',
		answerFormat: 'for each task "name: task, by when", without the time if none was said',
	},
	{
		key: 'open_questions',
		question: 'Which questions were raised and left open?',
		answerType: 'list',
		answerFormat: 'one sentence for each question',
	},
	{
		key: 'risks',
		question: 'Which risks or obstacles were named?',
		answerType: 'list',
		answerFormat: 'one sentence for each',
	},
	{
		key: 'next_meeting_date',
		question: 'On which day do the participants meet again?',
		context: 'Only if the day was said or follows from a date that was said.',
		answerType: 'date',
	},
];

const BUYER =
	'The prospect is the one who may buy. The seller offers a product or a service for the company.';

const salesQualification: ReadyMadeQuestion[] = [
	{
		key: 'interest_level',
		question: 'How interested is the prospect in buying?',
		context: `${BUYER} High: asks how to go on or agrees to a next step. None: declines.`,
		answerType: 'oneOf',
		choices: ['high', 'medium', 'low', 'none'],
	},
	{
		key: 'interest_quote',
		question: 'Which words of the prospect show best how interested he or she is?',
		context: BUYER,
		answerType: 'quote',
		answerFormat: 'one sentence',
		saidBy: 'customer',
	},
	{
		key: 'need',
		question: 'What does the prospect need the product or service for?',
		context: BUYER,
		answerType: 'text',
		answerFormat: 'one sentence',
	},
	{
		key: 'budget',
		question: 'What did the prospect say about a budget or an acceptable price?',
		context: `${BUYER} A price that only the seller named is not a budget.`,
		answerType: 'text',
		answerFormat: 'one short sentence with the amount and its currency',
	},
	{
		key: 'is_decision_maker',
		question: 'Can the prospect decide on the purchase alone?',
		context: `${BUYER} If others must agree, or somebody else decides, the answer is no.`,
		answerType: 'yesNo',
	},
	{
		key: 'purchase_timing',
		question: 'When does the prospect want to buy or begin?',
		context: BUYER,
		answerType: 'text',
		answerFormat: 'a few words, as the prospect said it',
	},
	{
		key: 'competitors',
		question: 'Which other products, services or companies does the prospect use or consider?',
		context: BUYER,
		answerType: 'list',
		answerFormat: 'names only',
	},
	{
		key: 'objections',
		question: 'What speaks against the purchase for the prospect?',
		context: BUYER,
		answerType: 'list',
		answerFormat: 'one short sentence for each',
	},
	{
		key: 'next_step',
		question: 'What did both sides agree to do next?',
		context: BUYER,
		answerType: 'text',
		answerFormat: 'one sentence with who does what, and by when if it was said',
	},
];

const supportQuality: ReadyMadeQuestion[] = [
	{
		key: 'issue',
		question: 'What did the customer need help with?',
		context: CALLER,
		answerType: 'text',
		answerFormat: 'one sentence',
	},
	{
		key: 'is_resolved',
		question: 'Was the matter settled by the end of the call?',
		context: `${CALLER} A promise to see to it later does not settle it.`,
		answerType: 'yesNo',
	},
	{
		key: 'resolution',
		question: 'What did the agent do or propose to settle the matter?',
		context: CALLER,
		answerType: 'text',
		answerFormat: 'one or two sentences',
	},
	{
		key: 'verified_identity',
		question: 'Did the agent check who the customer is before going into the account?',
		context: `${CALLER} Asking for a name, an account number or a date of birth to check it counts.`,
		answerType: 'yesNo',
	},
	{
		key: 'showed_empathy',
		question: "Did the agent acknowledge the customer's situation or feelings?",
		context: CALLER,
		answerType: 'yesNo',
	},
	{
		key: 'gave_clear_next_steps',
		question: 'Did the agent say clearly what happens next?',
		context: CALLER,
		answerType: 'yesNo',
	},
	{
		key: 'wants_escalation',
		question: 'Did the customer ask for a supervisor or threaten to leave or complain?',
		context: CALLER,
		answerType: 'yesNo',
	},
	{
		key: 'agent_score',
		question: 'How well did the agent handle the call, from 1 (badly) to 5 (very well)?',
		context: `${CALLER} Weigh politeness, listening, knowledge and whether the customer was helped.`,
		answerType: 'number',
	},
];

/** Lists of questions for common kinds of calls; their keys are part of what saved workflows depend on. */
export const QUESTION_SETS: Readonly<Record<QuestionSetName, ReadyMadeQuestion[]>> = {
	callSentiment,
	meetingFollowUp,
	salesQualification,
	supportQuality,
};
