import { entriesOf, problem, reading, type Reading } from './reading';

/** The one choice that an answer names, letter by letter as it was given. */
export function readChoice(text: string, choices: readonly string[]): Reading {
	const exact = findChoice(text, choices) ?? leadingChoice(text, choices);
	if (exact !== undefined) return reading(exact);
	return problem(`"${text}" is not one of the choices ${choices.join(', ')}`);
}

/** The choices that an answer names, in the order in which they were given. */
export function readChoices(text: string, choices: readonly string[]): Reading {
	const whole = findChoice(text, choices);
	if (whole !== undefined) return reading([whole]);
	const lines = entriesOf(text);
	// A choice may hold a comma or a semicolon itself, so the coarser way to split goes first.
	const ways = lines.length === 1 ? [lines, text.split(';'), text.split(/[,;]/)] : [lines];
	let unknown: string[] = [];
	for (const way of ways) {
		const parts = way.map((part) => part.trim()).filter(Boolean);
		const found = parts.map((part) => findChoice(part, choices));
		unknown = parts.filter((_, index) => found[index] === undefined);
		if (parts.length > 0 && unknown.length === 0) {
			return reading(choices.filter((choice) => found.includes(choice)));
		}
	}
	return problem(`"${unknown.join(', ')}" is not one of the choices ${choices.join(', ')}`);
}

function findChoice(text: string, choices: readonly string[]): string | undefined {
	const wanted = text.trim();
	const plain = plainChoice(wanted);
	return (
		choices.find((choice) => choice === wanted) ??
		(plain === '' ? undefined : choices.find((choice) => plainChoice(choice) === plain))
	);
}

/** "Positive - she thanked the agent": the choice stands first, what follows belongs to the reason. */
function leadingChoice(text: string, choices: readonly string[]): string | undefined {
	const answer = plainStart(text);
	const leading = choices.filter((choice) => {
		const start = plainStart(choice);
		return (
			start !== '' &&
			answer.startsWith(start) &&
			/^["'”’]?\s*[-–—:,;.(]/.test(answer.slice(start.length))
		);
	});
	const [only] = leading;
	if (only === undefined || leading.length > 1) return undefined;
	const rest = answer.slice(plainStart(only).length);
	// "Positive, negative" names two, and which one is meant nobody knows.
	const namesAnother = choices.some(
		(choice) => choice !== only && plainChoice(choice) !== '' && rest.includes(plainChoice(choice)),
	);
	return namesAnother ? undefined : only;
}

/** Case, quotation marks and a final full stop do not make another choice. */
function plainChoice(text: string): string {
	return plainStart(text).replace(/[\s"'”’.]+$/u, '');
}

function plainStart(text: string): string {
	return text.toLowerCase().replace(/^[\s"'“‘]+/u, '');
}
