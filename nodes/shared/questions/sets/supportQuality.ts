import { CALLER, type ReadyMadeQuestion } from './readyMade';

export const supportQuality: ReadyMadeQuestion[] = [
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
