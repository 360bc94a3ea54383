/** A thing named in a text, by the place of its characters. */
export interface FoundEntity {
	type: string;
	start: number;
	end: number;
}

const MONTH =
	'(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const NUMBER_WORD =
	'(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)';
const NUMBER = `(?:\\d[\\d,.]*|${NUMBER_WORD}(?:[\\s-]+(?:and[\\s-]+)?${NUMBER_WORD})*)`;

/**
 * What can be told from the form of words alone, most special first. Of the service's policies the others
 * (names of places, medical terms ...) take knowledge that the sandbox does not have.
 */
const DETECTORS: Array<{ type: string; pattern: RegExp }> = [
	{ type: 'email_address', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g },
	{ type: 'url', pattern: /\b(?:https?:\/\/|www\.)[^\s,]+[^\s,.?!]/gi },
	{ type: 'ip_address', pattern: /\b(?:\d{1,3}\.){3}\d{1,3}\b/g },
	{ type: 'us_social_security_number', pattern: /\b\d{3}-\d{2}-\d{4}\b/g },
	{ type: 'credit_card_number', pattern: /\b(?:\d{4}[ -]?){3}\d{1,4}\b/g },
	{
		type: 'phone_number',
		pattern: /(?:\+\d{1,3}[ -]?)?\(?\b\d{3}\)?[ .-]\d{3}[ .-]?\d{4}\b|\b\d{3}-\d{4}\b/g,
	},
	{
		type: 'money_amount',
		pattern: new RegExp(
			`[$€£]\\s?\\d[\\d,]*(?:\\.\\d+)?|\\b${NUMBER}\\s+(?:dollars?|euros?|pounds?|cents?)\\b`,
			'gi',
		),
	},
	{
		type: 'date',
		pattern: new RegExp(
			`\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}/\\d{1,2}/\\d{2,4}\\b|\\b${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?|\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}(?:,?\\s+\\d{4})?`,
			'gi',
		),
	},
	{ type: 'time', pattern: /\b\d{1,2}(?::\d{2})?\s?(?:[ap]\.?m\b|o['’]clock)/gi },
	{
		type: 'duration',
		pattern: new RegExp(
			`\\b${NUMBER}\\s+(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\\b`,
			'gi',
		),
	},
	{
		type: 'person_name',
		pattern:
			/(?<=\b(?:[Mm]y name is|[Tt]his is|[Ii] am called|Mr\.?|Mrs\.?|Ms\.?|Dr\.?) )[A-Z][\p{L}'’-]+(?: [A-Z][\p{L}'’-]+)*/gu,
	},
	{ type: 'number_sequence', pattern: /\b\d(?:[ -]?\d){3,}\b/g },
];

/** Entities from left to right; where two overlap, the more special one stays. */
export function findEntities(text: string): FoundEntity[] {
	const found: FoundEntity[] = [];
	for (const { type, pattern } of DETECTORS) {
		for (const match of text.matchAll(pattern)) {
			const entity = { type, start: match.index, end: match.index + match[0].length };
			if (!found.some((other) => other.start < entity.end && entity.start < other.end)) {
				found.push(entity);
			}
		}
	}
	return found.sort((a, b) => a.start - b.start);
}
