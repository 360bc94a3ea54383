import type { ReadyMadeQuestion } from './readyMade';

const BUYER =
	'The prospect is the one who may buy. The seller offers a product or a service for the company.';

export const salesQualification: ReadyMadeQuestion[] = [
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
