/**
 * The names under which a field of a question may come, without case and signs, so that columns of a sheet such
 * as "Answer Type" count as well. `answer_format` and `answer_options` are those of AssemblyAI's former
 * question-and-answer API.
 */
const FIELDS: ReadonlyMap<string, string> = new Map([
	['key', 'key'],
	['question', 'question'],
	['context', 'context'],
	['answertype', 'answerType'],
	['choice', 'choices'],
	['answeroption', 'choices'],
	['answerformat', 'answerFormat'],
	['saidby', 'saidBy'],
	['point', 'points'],
	['section', 'section'],
	['critical', 'critical'],
]);

/** The field that a column stands for; `undefined` where it is something else. */
export function fieldNamed(column: string): string | undefined {
	return FIELDS.get(letters(column));
}

/** The field whose name a column has but for one letter, as in "qestion" and "contxet". */
export function fieldMisspelt(column: string): string | undefined {
	const name = letters(column);
	// A short name such as "key" has too many neighbours, and a long one is no field's.
	const known = [...FIELDS].filter(([field]) => field.length > MIN_MISSPELT);
	return known.find(([field]) => isOneLetterOff(name, field))?.[1];
}

const MIN_MISSPELT = 4;

function letters(column: string): string {
	return column
		.toLowerCase()
		.replace(/[^\p{L}]/gu, '')
		.replace(/s$/, '');
}

/** Whether one letter was left out, added or exchanged, or two neighbours have changed places. */
function isOneLetterOff(one: string, other: string): boolean {
	const [short, long] = one.length <= other.length ? [one, other] : [other, one];
	if (short === long || long.length - short.length > 1) return false;
	let same = 0;
	while (same < short.length && short[same] === long[same]) same++;
	const isRest = (from: number, to: number) => short.slice(from) === long.slice(to);
	if (short.length < long.length) return isRest(same, same + 1);
	const areSwapped = short[same] === long[same + 1] && short[same + 1] === long[same];
	return isRest(same + 1, same + 1) || (areSwapped && isRest(same + 2, same + 2));
}
