import type { Scenario } from './World';

/**
 * The scenarios whose title has one of the texts, in any case; all when none is given.
 * @throws Error with the titles that there are, when a text is in none of them
 */
export function chosenScenarios<Chosen extends Pick<Scenario, 'title'>>(
	scenarios: Chosen[],
	only: string[],
): Chosen[] {
	if (only.length === 0) return scenarios;
	const has = ({ title }: Pick<Scenario, 'title'>, text: string) =>
		title.toLowerCase().includes(text.toLowerCase());
	const unknown = only.find((text) => !scenarios.some((scenario) => has(scenario, text)));
	if (unknown !== undefined) {
		const titles = scenarios.map(({ title }) => title).join('\n  ');
		throw new Error(`No scenario has "${unknown}" in its title. There are:\n  ${titles}`);
	}
	return scenarios.filter((scenario) => only.some((text) => has(scenario, text)));
}
