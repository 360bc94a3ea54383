import type { AnswerType } from '../question';

/** A question of a ready-made set, as it could be typed into the list as well. */
export interface ReadyMadeQuestion {
	key: string;
	question: string;
	context?: string;
	answerType: AnswerType;
	choices?: string[];
	answerFormat?: string;
	saidBy?: string;
	points?: string;
	section?: string;
	critical?: boolean;
}

/** Who is who in a call of a customer to a company, for the context of a question. */
export const CALLER =
	'The customer is the one who wants something: to buy, to know or to have something fixed. The agent answers for the company.';
