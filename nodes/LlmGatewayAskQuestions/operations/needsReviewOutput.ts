import type { ExpressionString, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { isTool } from '../../shared/n8n/items/isTool';
import { REVIEW_CODES } from '../../shared/questions/review/reviewReasons';

export const needsReviewOutputOption: INodeProperties = {
	displayName: 'Needs Review Output',
	name: 'needsReviewOutput',
	type: 'multiOptions',
	// n8n draws the outputs before there are items, so no expression can decide on them.
	noDataExpression: true,
	options: [
		{
			name: 'Answer Without a Quote',
			value: 'noQuote',
			description: 'The model gave an answer other than no, and no quote for it',
		},
		{
			name: 'Fallback Model',
			value: 'fallbackModel',
			description: 'Another model answered than the one you chose',
		},
		{
			name: 'Quote Not Found',
			value: 'unverifiedQuote',
			description: 'The quote is not in the transcript, or of somebody else than Said By asks for',
		},
		{
			name: 'Speakers Unknown',
			value: 'noSpeakers',
			description: 'The question is about who said what, and the transcript has no speakers',
		},
		{
			name: 'Unknown Answer',
			value: 'unknownAnswer',
			description: 'The recording does not answer the question',
		},
		{
			name: 'Warning of the Transcript',
			value: 'transcriptWarning',
			description: 'AssemblyAI warned of something when it made the transcript',
		},
	],
	default: [...REVIEW_CODES],
	description:
		'What sends an item out by a second output, Needs Review, with the reasons in needsReview. An AI agent that uses the node as a tool gets the reasons only.',
};

const CHOICE = `choose from: ${REVIEW_CODES.join(', ')}`;

/** Nothing where the second output is not asked for. */
export const reviewCodes = z
	.array(z.enum(REVIEW_CODES, { message: CHOICE }), { message: CHOICE })
	.optional();

/** The place of the second output. */
export const REVIEW_OUTPUT = 1;

/** The outputs of the node: n8n evaluates this with the parameters of the panel. */
export const OUTPUTS: ExpressionString = `={{
	$parameter["operation"] === "askQuestions" && $parameter["options"]?.["needsReviewOutput"]?.length > 0
		? [ { type: "main", displayName: "Answers" }, { type: "main", displayName: "Needs Review" } ]
		: [ { type: "main" } ]
}}`;

/**
 * Whether the node has the second output, by the same parameters that n8n draws it by: an item that went to one
 * that is not there would be lost. A tool of an agent has a single output.
 */
export function hasReviewOutput(context: Pick<IExecuteFunctions, 'getNode'>): boolean {
	return !isTool(context) && reviewedInPanel.safeParse(context.getNode().parameters).success;
}

const reviewedInPanel = z.object({
	options: z.object({ needsReviewOutput: z.array(z.unknown()).min(1) }),
});
