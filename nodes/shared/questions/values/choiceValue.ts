import { contradicts } from './contradiction';
import { problem, rawEntriesOf, reading, withoutBullet, type Reading } from './reading';
import { trimSigns } from './trimSigns';

/** The one choice that an answer names, letter by letter as it was given. */
export function readChoice(text: string, choices: readonly string[]): Reading {
	const exact =
		findChoice(text, choices) ??
		findChoice(withoutBullet(text), choices) ??
		leadingChoice(text, choices);
	if (exact !== undefined) return reading(exact);
	return problem(`"${text}" is not one of the choices ${choices.join(', ')}`);
}

/** The choices that an answer names, in the order in which they were given. */
export function readChoices(
	answer: string | readonly string[],
	choices: readonly string[],
): Reading {
	const { entries: lines, isArray } = rawEntriesOf(answer);
	if (isArray && lines.length === 0) return reading([]);
	const whole = typeof answer === 'string' ? findChoice(answer, choices) : undefined;
	if (whole !== undefined) return reading([whole]);
	// A choice may hold a comma or a semicolon itself, so the coarser way to split goes first.
	const [only] = lines;
	const isOneLine = lines.length === 1 && only !== undefined;
	const ways = isOneLine
		? [lines, only.split(';'), only.split(/[,;]/), only.split(/[,;&/]|\s(?:and|und|et|y|e|en)\s/i)]
		: [lines];
	let unknown: string[] = [];
	for (const way of ways) {
		const parts = way.map((part) => part.trim()).filter(Boolean);
		// A choice may begin with a bullet or a number itself, so entries are compared as they are first.
		const found = parts.map(
			(part) => findChoice(part, choices) ?? findChoice(withoutBullet(part), choices),
		);
		unknown = parts.filter((_, index) => found[index] === undefined);
		if (parts.length > 0 && unknown.length === 0) {
			return reading(choices.filter((choice) => found.includes(choice)));
		}
	}
	return problem(`"${unknown.join(', ')}" is not one of the choices ${choices.join(', ')}`);
}

/** Marks and blanks that somebody may put around or into a choice; a longer text need not be looked at. */
const MAX_MARKS = 1_000;

function findChoice(text: string, choices: readonly string[]): string | undefined {
	const wanted = text.trim();
	if (choices.includes(wanted)) return wanted;
	if (choices.every(({ length }) => wanted.length > length + MAX_MARKS)) return undefined;
	return (
		onlyMatch(wanted, choices, plainChoice) ??
		onlyMatch(wanted, choices, spacedChoice) ??
		onlyMatch(wanted, choices, closeChoice)
	);
}

/** The one choice that reads the same; none where the same reading stands for two. */
function onlyMatch(
	wanted: string,
	choices: readonly string[],
	read: (text: string) => string,
): string | undefined {
	const plain = read(wanted);
	const same = plain === '' ? [] : choices.filter((choice) => read(choice) === plain);
	return same.length === 1 ? same[0] : undefined;
}

/** Sets off what follows from a choice: "Follow-up", "2.5" and "10:30" go on instead. */
const SET_OFF = /^["'”’]?(?:[:,;.](?=\s)|\s*[–—](?=\s)|\s+-\s|\s*\()/;

/** "Positive - she thanked the agent": the choice stands first, what follows belongs to the reason. */
function leadingChoice(text: string, choices: readonly string[]): string | undefined {
	const answer = plainStart(text);
	const leading = choices.filter((choice) => {
		const start = plainStart(choice);
		return start !== '' && answer.startsWith(start) && SET_OFF.test(answer.slice(start.length));
	});
	const [only] = leading;
	if (only === undefined || leading.length > 1) return undefined;
	const rest = answer.slice(plainStart(only).length);
	// "Positive, negative" names two, and which one is meant nobody knows.
	const namesAnother = choices.some(
		(choice) => choice !== only && plainChoice(choice) !== '' && rest.includes(plainChoice(choice)),
	);
	return namesAnother || contradicts(rest) ? undefined : only;
}

const QUOTATION_MARKS = `"'“”‘’„«»`;

/** Case, quotation marks, what makes text bold, and a final full stop do not make another choice. */
function plainChoice(text: string): string {
	return trimSigns(plainStart(text), `${QUOTATION_MARKS}*.`);
}

/** Nor does it matter whether a hyphen or a space joins its words. */
function spacedChoice(text: string): string {
	return plainChoice(text)
		.split(/[\s\p{Pd}_]/u)
		.filter(Boolean)
		.join(' ');
}

/** Nor whether a space stands before or behind a sign: ">10" is "> 10". */
function closeChoice(text: string): string {
	return plainChoice(text)
		.split(/\s/)
		.filter(Boolean)
		.reduce(
			(read, part) =>
				isLetter(read.at(-1)) && isLetter(part[0]) ? `${read} ${part}` : read + part,
			'',
		);
}

function isLetter(sign: string | undefined): boolean {
	return sign !== undefined && /[\p{L}\p{M}\p{N}]/u.test(sign);
}

function plainStart(text: string): string {
	return text
		.normalize('NFC')
		.toLowerCase()
		.replace(/^[\s"'“‘„«*]+/u, '');
}
