/** The models that were to answer. */
export interface ChosenModels {
	model: string;
	fallbackModels: readonly string[];
}

/**
 * The fallback among the models that answered, if there is one. The service may name a model more exactly than
 * it was asked for, such as with its date, so a name counts as that of the chosen model whose name it begins with.
 */
export function fallbackAmong(
	answered: readonly string[],
	{ model, fallbackModels }: ChosenModels,
): string | undefined {
	const longestFirst = [model, ...fallbackModels].sort((one, other) => other.length - one.length);
	return answered.find((name) => {
		const meant = longestFirst.find((id) => name === id || name.startsWith(`${id}-`));
		return meant !== undefined && meant !== model;
	});
}
