import { CALLER, type ReadyMadeQuestion } from './readyMade';

/** A scorecard of 100 points; what is told about the matter has none. */
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
		points: 'yes=30, no=0',
		section: 'Solution',
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
		context: `${CALLER} Asking for a name, an account number or a date of birth to check it counts. If no account was gone into, the transcript does not tell.`,
		answerType: 'yesNo',
		points: 'yes=20, no=0',
		section: 'Compliance',
		critical: true,
	},
	{
		key: 'showed_empathy',
		question: "Did the agent acknowledge the customer's situation or feelings?",
		context: CALLER,
		answerType: 'yesNo',
		points: 'yes=20, no=0',
		section: 'Manner',
	},
	{
		key: 'gave_clear_next_steps',
		question: 'Did the agent say clearly what happens next?',
		context: CALLER,
		answerType: 'yesNo',
		points: 'yes=20, no=0',
		section: 'Solution',
	},
	{
		key: 'wants_escalation',
		question: 'Did the customer ask for a supervisor or threaten to leave or complain?',
		context: CALLER,
		answerType: 'yesNo',
		points: 'yes=0, no=10',
		section: 'Manner',
	},
];
