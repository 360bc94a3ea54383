import type { RegionName } from './core/service';
import type { Model } from './models';

/** Where a model works: in the region of the account, or wherever its provider likes. */
export type Workplace = RegionName | 'global';

/** What a million tokens cost, in dollars. */
export interface ModelPrice {
	prompt: number;
	completions: number;
	/** Whether it is the lowest price that it can be, because the region is not known. */
	isLowest: boolean;
}

/**
 * What a model costs where it will work. Each region has a price of its own; where the list has none, it is the
 * global one with the increase that the list gives for all regions (LLM Gateway documentation, "Cloud endpoints
 * and data residency", and the types of the official SDKs, November 2026).
 * @param place `undefined` for an address of somebody's own, which may lead to any region
 */
export function priceOf({ pricing }: Model, place: Workplace | undefined): ModelPrice | undefined {
	if (!pricing) return undefined;
	const { global, us, eu, regional_increase_percent: increase } = pricing;
	if (place === 'global') return { ...global, isLowest: false };
	const regional = { us, eu };
	const own = place && regional[place];
	if (own) return { ...own, isLowest: false };
	if (place === undefined || typeof increase !== 'number') return { ...global, isLowest: true };
	const increased = (amount: number) => (amount * (100 + increase)) / 100;
	return {
		prompt: increased(global.prompt),
		completions: increased(global.completions),
		isLowest: false,
	};
}
