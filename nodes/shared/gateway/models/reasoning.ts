/** How hard a model may think before it answers (LLM Gateway documentation, "Reasoning", November 2026). */
export const REASONING_EFFORTS = ['low', 'medium', 'high'] as const;

export type ReasoningEffort = (typeof REASONING_EFFORTS)[number];

/**
 * Thoughts count against `max_tokens` as the answer does, and how many there are is not documented. Providers
 * give them either a fixed budget or a share of the limit (about a fifth, a half, four fifths), so there is
 * room for the larger of both: `least` tokens, or so many times the answer. What is not used is not paid for.
 */
const ROOM: Readonly<Record<ReasoningEffort, { least: number; times: number }>> = {
	low: { least: 2_000, times: 0.25 },
	medium: { least: 8_000, times: 1 },
	high: { least: 24_000, times: 4 },
};

/** The tokens that an answer needs together with the thoughts before it. */
export function withThoughts(answer: number, effort: ReasoningEffort | undefined): number {
	if (effort === undefined) return answer;
	const { least, times } = ROOM[effort];
	return Math.ceil(answer + Math.max(least, answer * times));
}

/** The tokens that are left for an answer where thoughts and answer together have a limit. */
export function leftForAnswer(limit: number, effort: ReasoningEffort | undefined): number {
	if (effort === undefined) return limit;
	const { least, times } = ROOM[effort];
	return Math.floor(Math.min(limit - least, limit / (1 + times)));
}
