import { CALLER, type ReadyMadeQuestion } from './readyMade';

const MOODS = ['positive', 'neutral', 'negative'];

export const callSentiment: ReadyMadeQuestion[] = [
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
