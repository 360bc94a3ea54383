import type { AcrossQuestion } from '../../../shared/acrossCalls/answerAcross';
import { toldFailure } from '../../../shared/n8n/items/failures';
import { fallbackAmong, type ChosenModels } from '../../../shared/questions/review/fallbackAmong';

/** What could not be put together, or had to be left out. */
export function warningsOfQuestion({ question: { key }, together }: AcrossQuestion): string[] {
	if (!together.ok) {
		return [
			`The answers to ${key} could not be put together: ${toldFailure(together.error).message}`,
		];
	}
	const { faults } = together.value;
	const [first] = faults;
	if (first === undefined) return [];
	const count = faults.length === 1 ? 'A theme' : `${faults.length} themes`;
	const were = faults.length === 1 ? 'was' : 'were';
	return [
		`${count} of ${key} could not be traced to the calls and ${were} left out, also when asked again: ${first}`,
	];
}

export function warningsOfModels(models: readonly string[], chosen: ChosenModels): string[] {
	const fallback = fallbackAmong(models, chosen);
	return fallback === undefined ? [] : [`${fallback} answered in place of ${chosen.model}`];
}
