import type { ReadyMadeQuestion } from './readyMade';

export const meetingFollowUp: ReadyMadeQuestion[] = [
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
