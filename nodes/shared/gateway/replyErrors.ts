import type { ChatAnswer } from '../api/chatCompletions';
import { InvalidReplyError } from '../api/core/errors';
import { shortenedTo } from '../values';

const MAX_EXCERPT = 120;
const MAX_PROBLEMS_NAMED = 5;

/** @throws InvalidReplyError when the model or its provider declined: asking again would not help */
export function refuseDeclined({ refusal, model, requestId }: ChatAnswer): void {
	if (refusal === undefined) return;
	throw new InvalidReplyError(`The model ${model} declined to answer: ${excerptOf(refusal)}`, {
		requestId,
		hint: 'Reword the questions, or choose another model.',
	});
}

export function cutOff({ model, outputTokens, requestId }: ChatAnswer): InvalidReplyError {
	return new InvalidReplyError(
		`The answer of the model ${model} was cut off after ${outputTokens} tokens`,
		{
			requestId,
			hint: 'Raise the option Max Tokens, ask fewer questions, or choose another model.',
		},
	);
}

export function notJson({ model, text, requestId }: ChatAnswer): InvalidReplyError {
	return new InvalidReplyError(
		`The model ${model} did not answer in JSON, also when asked again: it said "${excerptOf(text)}"`,
		{
			requestId,
			hint: 'Choose a model with reliable answer types, give a JSON schema, or run the item again.',
		},
	);
}

export function empty({ model, requestId }: ChatAnswer, whenAskedAgain = false): InvalidReplyError {
	return new InvalidReplyError(
		`The model ${model} gave an empty answer${whenAskedAgain ? ', also when asked again' : ''}`,
		{ requestId, hint: 'Run the item again, or choose another model.' },
	);
}

export function unusable({ model, requestId }: ChatAnswer, problems: string[]): InvalidReplyError {
	const named = problems.slice(0, MAX_PROBLEMS_NAMED).join('; ');
	const rest = problems.length - MAX_PROBLEMS_NAMED;
	return new InvalidReplyError(
		`The model ${model} did not answer in the form asked for, also when asked again: ${named}${rest > 0 ? ` and ${rest} more` : ''}`,
		{
			requestId,
			hint: 'Choose a model with reliable answer types, make the choices or the answer type wider, or run the item again.',
		},
	);
}

/** What a model said that was to be JSON. */
export function saidInstead(text: string): string {
	return `said "${excerptOf(text)}" instead of JSON`;
}

function excerptOf(text: string): string {
	return shortenedTo(MAX_EXCERPT, text.replace(/\s+/g, ' ').trim());
}
