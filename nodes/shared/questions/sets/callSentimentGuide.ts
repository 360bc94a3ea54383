import type { ReadyMadeQuestion } from './readyMade';

const AGENT = 'The agent wants the customer to have the map of the car updated.';
const CUSTOMER = 'The customer calls to ask what an update of the map in the car would cost.';
const ANSWER_THEN_REASON = '<answer in one sentence> <reason in one sentence>';

/**
 * The five questions of AssemblyAI's guide "Analyze the sentiment of a customer call using LLM Gateway"
 * (documentation, November 2026), each with what its context says and its answer format.
 */
export const callSentimentGuide: ReadyMadeQuestion[] = [
	{
		key: 'call_sentiment',
		question: 'What was the overall sentiment of the call?',
		context: CUSTOMER,
		answerType: 'text',
		answerFormat: ANSWER_THEN_REASON,
	},
	{
		key: 'agent_sentiment',
		question: 'What was the sentiment of the agent in this call?',
		context: AGENT,
		answerType: 'text',
		answerFormat: ANSWER_THEN_REASON,
	},
	{
		key: 'customer_sentiment',
		question: 'What was the sentiment of the customer in this call?',
		context: CUSTOMER,
		answerType: 'text',
		answerFormat: ANSWER_THEN_REASON,
	},
	{
		key: 'customer_interest_quote',
		question: "What quote best demonstrates the customer's level of interest?",
		context: CUSTOMER,
		answerType: 'text',
		answerFormat: ANSWER_THEN_REASON,
	},
	{
		key: 'agent_enthusiasm_quote',
		question: 'Provide a quote from the agent that demonstrates their level of enthusiasm.',
		context: AGENT,
		answerType: 'text',
		answerFormat: ANSWER_THEN_REASON,
	},
];
