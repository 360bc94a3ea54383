import type { AnswerValue, Question } from './question';

export type Reading = { ok: true; value: AnswerValue } | { ok: false; problem: string };

const reading = (value: AnswerValue): Reading => ({ ok: true, value });
const problem = (text: string): Reading => ({ ok: false, problem: text });

/**
 * Turns the text of an answer into the value its question asks for. What can be meant in only one way is
 * accepted ("Yes." for yes, "1,299" for 1299); anything else is a problem, never a guess.
 */
export function readAnswer(question: Question, text: string): Reading {
	switch (question.answerType) {
		case 'text':
		case 'quote':
			return reading(text);
		case 'yesNo':
			return readYesNo(text);
		case 'number':
			return readNumber(text);
		case 'date':
			return readDate(text);
		case 'list':
			return reading(linesOf(text));
		case 'oneOf':
			return readChoice(text, question.choices);
		case 'severalOf':
			return readChoices(text, question.choices);
	}
}

function readYesNo(text: string): Reading {
	const word = /^\W*(yes|true|no|false)\b/i.exec(text)?.[1]?.toLowerCase();
	if (word === undefined) return problem(`"${text}" is neither yes nor no`);
	return reading(word === 'yes' || word === 'true');
}

function readNumber(text: string): Reading {
	const plain = text.replace(/^[\s$€£¥]+|[\s$€£¥%.]+$/g, '');
	const withoutThousands = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)
		? plain.replaceAll(',', '')
		: plain;
	if (!/^[+-]?(\d+(\.\d+)?|\.\d+)$/.test(withoutThousands))
		return problem(`"${text}" is not a number`);
	return reading(Number(withoutThousands));
}

function readDate(text: string): Reading {
	const date = /^(\d{4}-\d{2}-\d{2})(T.*)?$/.exec(text)?.[1];
	if (date === undefined) return problem(`"${text}" is not a date as YYYY-MM-DD`);
	const time = Date.parse(`${date}T00:00:00Z`);
	const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
	return isReal ? reading(date) : problem(`${date} is not a day of the calendar`);
}

function linesOf(text: string): string[] {
	return text
		.split('\n')
		.map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '').trim())
		.filter(Boolean);
}

function readChoice(text: string, choices: string[]): Reading {
	const exact = findChoice(text, choices);
	if (exact !== undefined) return reading(exact);
	// "Positive - she thanked the agent": the choice stands first, what follows belongs to the reason.
	const leading = choices.filter((choice) => {
		const start = plainChoice(choice);
		return (
			plainStart(text).startsWith(start) &&
			/^\s*[-–—:,;.(]/.test(plainStart(text).slice(start.length))
		);
	});
	const [only] = leading;
	if (only !== undefined && leading.length === 1) return reading(only);
	return problem(`"${text}" is not one of the choices ${choices.join(', ')}`);
}

function readChoices(text: string, choices: string[]): Reading {
	const whole = findChoice(text, choices);
	if (whole !== undefined) return reading([whole]);
	const lines = linesOf(text);
	const parts = lines.length > 1 ? lines : text.split(/[,;]/);
	const found = parts.map((part) => findChoice(part, choices));
	const unknown = parts.filter((_, index) => found[index] === undefined);
	if (unknown.length > 0) {
		return problem(`"${unknown.join(', ')}" is not one of the choices ${choices.join(', ')}`);
	}
	return reading(choices.filter((choice) => found.includes(choice)));
}

function findChoice(text: string, choices: string[]): string | undefined {
	const wanted = text.trim();
	return (
		choices.find((choice) => choice === wanted) ??
		choices.find((choice) => plainChoice(choice) === plainChoice(wanted))
	);
}

/** Case, quotation marks and a final full stop do not make another choice. */
function plainChoice(text: string): string {
	return plainStart(text).replace(/[\s"'”’.]+$/u, '');
}

function plainStart(text: string): string {
	return text.toLowerCase().replace(/^[\s"'“‘]+/u, '');
}
