import { InputError } from '../../api/core/errors';
import { parseJson } from '../../api/core/errorText';
import type { Scoring } from '../../scorecard/points';
import { allowedPoints, readPoints, type Scale } from '../../scorecard/readPoints';
import type { Question } from '../question';
import { isBlank } from '../../values';

interface ScoringFields {
	points?: unknown;
	section?: string | null | undefined;
	critical?: unknown;
}

/** Where questions have points and no section. */
const NO_SECTION = 'General';

/**
 * How a question counts in the scorecard; nothing where it has no points.
 * @throws InputError naming the question, what was given and what is allowed
 */
export function scoringOf(
	question: Question,
	{ points: given, section, critical: mark }: ScoringFields,
	name: string,
): Scoring | undefined {
	const title = `${name} ("${question.question}")`;
	const critical = isCritical(mark, title);
	if (isBlank(given)) {
		if (!critical) return undefined;
		throw new InputError(`${title} is critical but has no points`, {
			hint: 'Give it points, such as "yes=10, no=0": the call fails where its answer gives none. Or turn Critical off.',
		});
	}
	if (section === '__proto__') {
		throw new InputError(`${title} cannot be in a section __proto__`, {
			hint: 'Choose another name: to JavaScript this one means something else.',
		});
	}
	const scale = scaleOf(question);
	const points = readPoints(fromJson(given), scale);
	if (typeof points !== 'string') return { points, section: section || NO_SECTION, critical };
	throw new InputError(`The points of ${title} cannot be used: ${shown(given)}: ${points}`, {
		hint: allowedPoints(scale),
	});
}

/** A cell of a sheet can hold an object only as text. */
function fromJson(given: unknown): unknown {
	const isObjectText = typeof given === 'string' && given.trimStart().startsWith('{');
	return (isObjectText ? parseJson(given) : undefined) ?? given;
}

function scaleOf({ answerType, choices }: Question): Scale {
	switch (answerType) {
		case 'yesNo':
		case 'number':
			return { kind: answerType };
		case 'oneOf':
		case 'severalOf':
			return { kind: 'choices', choices, areTogether: answerType === 'severalOf' };
		default:
			return { kind: 'open' };
	}
}

const CRITICAL = new Set(['true', 'yes', 'y', 'x', '1', 'critical']);
const NOT_CRITICAL = new Set(['false', 'no', 'n', '0', '']);

/** As a switch, or as people mark a row of a sheet. */
function isCritical(mark: unknown, title: string): boolean {
	if (says(CRITICAL, mark)) return true;
	if (isUnmarked(mark)) return false;
	throw new InputError(`Whether ${title} is critical cannot be read from ${shown(mark)}`, {
		hint: 'Give true or false, or yes or no.',
	});
}

/** Whether a mark says no, as a box of a sheet does that nobody ticked. */
export function isUnmarked(mark: unknown): boolean {
	return says(NOT_CRITICAL, mark);
}

/** A text cannot be made of every object, and no object is a mark. */
function says(words: ReadonlySet<string>, mark: unknown): boolean {
	if (isBlank(mark)) return words.has('');
	return typeof mark !== 'object' && words.has(String(mark).trim().toLowerCase());
}

const MAX_SHOWN = 100;

function shown(value: unknown): string {
	const text = typeof value === 'string' ? `"${value.trim()}"` : (JSON.stringify(value) ?? '');
	return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
