import { callSentiment } from './callSentiment';
import { callSentimentGuide } from './callSentimentGuide';
import { meetingFollowUp } from './meetingFollowUp';
import type { ReadyMadeQuestion } from './readyMade';
import { salesQualification } from './salesQualification';
import { supportQuality } from './supportQuality';

export const QUESTION_SET_NAMES = [
	'callSentiment',
	'callSentimentGuide',
	'meetingFollowUp',
	'salesQualification',
	'supportQuality',
] as const;

export type QuestionSetName = (typeof QUESTION_SET_NAMES)[number];

/** Lists of questions for common kinds of calls; their keys are part of what saved workflows depend on. */
export const QUESTION_SETS: Readonly<Record<QuestionSetName, ReadyMadeQuestion[]>> = {
	callSentiment,
	callSentimentGuide,
	meetingFollowUp,
	salesQualification,
	supportQuality,
};
