import type { Model } from '../../api/models';
import type { TogetherInquiry } from './askTogether';
import { portionLimits, portionsOf, tokensAround, type Size } from './portions';
import { MAX_THEMES } from './theme';

/** An answer with its reason and its quote, each a sentence. The real ones are known only when they are there. */
const TOKENS_OF_AN_ANSWER = 120;

/** A title and three quotes. */
const TOKENS_OF_A_THEME = 100;

/** What putting the answers of so many calls to one question together will take, if all of them tell. */
export function planTogether(
	model: Model | undefined,
	{ question, settings, systemPrompt }: TogetherInquiry,
	calls: number,
): { requests: number; inputTokens: number } {
	const limits = portionLimits(model, settings, question, systemPrompt);
	const around = tokensAround(question, systemPrompt);
	const plan = { requests: 0, inputTokens: 0 };
	let sizes: Size[] = Array.from({ length: calls }, () => ({
		tokens: TOKENS_OF_AN_ANSWER,
		entries: 1,
	}));
	while (sizes.length > 0) {
		const portions = portionsOf(sizes, (size) => size, limits);
		plan.requests += portions.length;
		plan.inputTokens += portions.length * around;
		plan.inputTokens += sizes.reduce((sum, { tokens }) => sum + tokens, 0);
		if (portions.length === 1) break;
		const part = {
			tokens: TOKENS_OF_AN_ANSWER + MAX_THEMES * TOKENS_OF_A_THEME,
			entries: MAX_THEMES,
		};
		sizes = portions.map(() => part);
	}
	return plan;
}
