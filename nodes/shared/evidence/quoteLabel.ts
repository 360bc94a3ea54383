import { plainWord } from './plainWord';

/** Where a quote stands by the label that a model copied along with it, or by whose words were asked for. */
export interface Place {
	startMs?: number;
	/** As a plain word. */
	speaker?: string;
}

const MAX_LABEL = 60;

/** What a label such as "[00:09] Speaker A:" says about the place of the words behind it. */
export function placeIn(quote: string, speakers: ReadonlySet<string>): Place {
	const label = quote.trimStart().slice(0, MAX_LABEL);
	const [, time] = /^[[(]?(\d{1,3}(?::\d\d){1,2})[\])]?(?!\d)/.exec(label) ?? [];
	const [, name] = /^(?:[[(]?[\d:]+[\])]? ?)?([^:[\]\n]{1,40}):/.exec(label) ?? [];
	const speaker = name === undefined ? undefined : speakerNamed(name, speakers);
	return {
		...(time !== undefined && { startMs: 1_000 * secondsOf(time) }),
		...(speaker !== undefined && { speaker }),
	};
}

/** The quote without the times and speakers that a model copied along with the words. */
export function withoutLabels(quote: string, speakers: ReadonlySet<string>): string {
	return quote
		.replace(/\[\d+(?::\d\d)+\]\s*(?:[^:\n]{1,40}:)?/g, ' ')
		.replace(/^\s*\(?\d{1,3}(?::\d\d){1,2}\)?\s+(?=[^:\n]{1,40}:)/, '')
		.split('\n')
		.map((line) => {
			const [label, name] = /^\s*([^:]{1,40}):/.exec(line) ?? [];
			const isSpeaker = name !== undefined && speakerNamed(name, speakers) !== undefined;
			return isSpeaker ? line.slice(label?.length ?? 0) : line;
		})
		.join('\n');
}

/** "Dana", "Speaker A" and, since models translate, "Sprecher A" as the plain word of a speaker. */
function speakerNamed(name: string, speakers: ReadonlySet<string>): string | undefined {
	const whole = plainWord(name);
	if (whole !== '' && speakers.has(whole)) return whole;
	const words = name.trim().split(/\s+/);
	const [, last] = words.length === 2 ? words.map(plainWord) : [];
	if (last === undefined || last.length > 3) return undefined;
	return speakers.has(last) || /^speaker$/i.test(words[0] ?? '') ? last : undefined;
}

function secondsOf(time: string): number {
	return time.split(':').reduce((seconds, part) => 60 * seconds + Number(part), 0);
}
