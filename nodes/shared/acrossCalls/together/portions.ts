import { longestAnswer, type Model } from '../../api/models';
import type { ModelSettings } from '../../gateway/chatRequest';
import { leftForAnswer } from '../../gateway/models/reasoning';
import { estimateTokens, tokensOfMessages } from '../../gateway/tokens';
import type { Question } from '../../questions/question';
import type { Unit } from './entry';
import { linesOf, togetherMessages } from './togetherPrompt';

/** Answer and titles, and about six tokens for each time that an entry is named. */
const TOKENS_FOR_ANY_REPLY = 1_500;
const TOKENS_PER_ENTRY = 6;

/** Models find less in the middle of a long list, and a reply has to name what it is made of. */
const MAX_ENTRIES = 400;

/** Where the list of models cannot be read: less than any model of the region has. */
const USUAL_CONTEXT = 32_000;

/** The number of tokens is an estimate. */
const SAFE_SHARE = 0.8;

/** Or what is put together would not become less. */
const LEAST_UNITS = 2;

/** Sums of fractions are a little off. */
const ROUNDING = 1 - 1e-9;

/** How much may go into one request. */
export interface PortionLimits {
	tokens: number;
	entries: number;
}

/** What a unit takes of a request. */
export interface Size {
	tokens: number;
	entries: number;
}

export function replyTokens(entries: number): number {
	return TOKENS_FOR_ANY_REPLY + TOKENS_PER_ENTRY * entries;
}

export function portionLimits(
	model: Model | undefined,
	settings: ModelSettings,
	question: Question,
	systemPrompt: string,
): PortionLimits {
	const longest = leftForAnswer(longestAnswer(model), settings.reasoningEffort);
	const byReply = Math.floor((longest - TOKENS_FOR_ANY_REPLY) / TOKENS_PER_ENTRY);
	const entries = Math.max(LEAST_UNITS, Math.min(MAX_ENTRIES, byReply));
	const written = settings.maxTokens || replyTokens(entries);
	const context = (model?.context_length || USUAL_CONTEXT) * SAFE_SHARE;
	return { entries, tokens: context - written - tokensAround(question, systemPrompt) };
}

/** About how many tokens a request has besides what it puts together. */
export function tokensAround(question: Question, systemPrompt: string): number {
	const messages = togetherMessages(question, [], systemPrompt);
	return tokensOfMessages(messages);
}

export function sizeOf(unit: Unit): Size {
	return { tokens: estimateTokens(linesOf([unit]).join('\n')), entries: unit.entries.length };
}

/**
 * Divides units into portions that fit into a request each, in their order. They are about as large as each other:
 * a last portion of three calls would find themes that only these have.
 */
export function portionsOf<T>(
	units: readonly T[],
	sizeOfOne: (unit: T) => Size,
	limits: PortionLimits,
): T[][] {
	const weights = units.map((unit) => {
		const { tokens, entries } = sizeOfOne(unit);
		return Math.max(tokens / Math.max(1, limits.tokens), entries / limits.entries);
	});
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const share = (total / Math.max(1, Math.ceil(total * ROUNDING))) * ROUNDING;
	const portions: T[][] = [];
	let portion: T[] = [];
	let weight = 0;
	for (const [place, unit] of units.entries()) {
		portion.push(unit);
		weight += weights[place] ?? 0;
		if (weight < share || portion.length < LEAST_UNITS) continue;
		portions.push(portion);
		portion = [];
		weight = 0;
	}
	// One that is alone would go on alone for ever.
	if (portion.length < LEAST_UNITS && portions.length > 0) portions.at(-1)?.push(...portion);
	else if (portion.length > 0) portions.push(portion);
	return portions;
}
