/** Whether a date can be known: a model that is not told the year makes one up. */
export interface YearSource {
	isTold(year: string, ...more: string[]): boolean;
}

export const ANY_YEAR: YearSource = { isTold: () => true };

/** A year in four digits, or in two at the end of a date: 2026, 3/4/26, '26. */
const YEARS = /(?<!\d)(\d{4})(?!\d)|(?<=\d{1,2}[./-]\d{1,2}[./-]|['’])(\d{2})(?!\d)/g;

/** A year in words or of an era, which is not read here: "twenty twenty-six". */
const SPELLED_YEAR =
	/\btwenty[ -]twenty\b|\btwo thousand\b|\bzweitausend|\bdeux mille\b|\bdos mil\b|令和|平成/i;

const YEARS_TO_BUDDHIST_ERA = 543;

/** The years that stand in what a model is given. */
export class ToldYears implements YearSource {
	private readonly years: ReadonlySet<string>;

	private readonly isUnreadable: boolean;

	constructor(text: string) {
		this.years = yearsIn(text);
		// A transcript without formatting has its numbers in words.
		this.isUnreadable = !/\d/.test(text) || SPELLED_YEAR.test(text);
	}

	/** @param more what is told for one question alone, such as its context */
	isTold(year: string, ...more: string[]): boolean {
		const buddhist = String(Number(year) + YEARS_TO_BUDDHIST_ERA);
		const names = [year, year.slice(-2), buddhist];
		const inMore = yearsIn(more.join(' '));
		return this.isUnreadable || names.some((name) => this.years.has(name) || inMore.has(name));
	}
}

function yearsIn(text: string): ReadonlySet<string> {
	return new Set([...text.matchAll(YEARS)].map(([, long, short]) => long ?? short ?? ''));
}
