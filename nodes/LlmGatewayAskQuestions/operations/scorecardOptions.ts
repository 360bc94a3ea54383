import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { InputError } from '../../shared/api/core/errors';
import type { Question } from '../../shared/questions/question';

/** A call that does four fifths of what is asked for passes. */
const PASS_MARK = 80;

export const passMarkOption: INodeProperties = {
	displayName: 'Pass Mark (Percent)',
	name: 'passMark',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 100 },
	default: PASS_MARK,
	description:
		'The least percentage of the points with which a recording passes, if questions have points',
};

export const pointsNeedQuoteOption: INodeProperties = {
	displayName: 'Points Need a Quote',
	name: 'pointsNeedQuote',
	type: 'boolean',
	default: false,
	description:
		'Whether an answer gives its points only if its quote was found in the recording. A no needs none.',
};

/** What the options above give. */
export const scorecardOptions = {
	passMark: z.number().min(0).max(100).default(PASS_MARK),
	pointsNeedQuote: z.boolean().default(false),
};

/**
 * Without quotes, points that need one could never be given, and every call would fail.
 * @throws InputError naming the question
 */
export function refusePointsWithoutQuotes(
	questions: readonly Question[],
	{ evidence, pointsNeedQuote }: { evidence: boolean; pointsNeedQuote: boolean },
): void {
	if (evidence) return;
	const needing = questions.find(
		({ scoring, answerType }) =>
			scoring && answerType !== 'quote' && (pointsNeedQuote || scoring.points.by === 'quote'),
	);
	if (!needing) return;
	throw new InputError(`The points of ${needing.key} need a quote, and Evidence is off`, {
		hint: pointsNeedQuote
			? 'Turn on Evidence, or turn off Points Need a Quote.'
			: 'Turn on Evidence, or take the points off this question.',
	});
}
