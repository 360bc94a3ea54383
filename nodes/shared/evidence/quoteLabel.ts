import { plainWord } from './plainWord';

/** Where a quote stands by the label that a model copied along with it, or by whose words were asked for. */
export interface Place {
	startMs?: number;
	/** As a plain word. */
	speaker?: string;
}

const MAX_LABEL = 100;

const TIME = String.raw`\d{1,3}(?::\d\d){1,2}`;
/** "[00:09]", "(0:09)", "[00:09 - 00:12]". */
const IN_BRACKETS = String.raw`[[(]${TIME}(?:\s?[-–—]\s?${TIME})?[\])]`;
/** A time without brackets is one only before a name or a dash: "10:30 on Monday" was said. */
const BARE = String.raw`${TIME}(?=\s[^:\n]{1,40}:|\s?[-–—]\s)`;
const TIME_FIRST = new RegExp(String.raw`^\s*(${IN_BRACKETS}|${BARE})[\s–—-]*`);
const NAME = /^\s*([^:[\]()\n]{1,40}):/;
const NAME_AND_TIME = new RegExp(String.raw`^\s*([^:[\]()\n]{1,40})(${IN_BRACKETS}):?`);
const TIME_LAST = new RegExp(String.raw`\s(${IN_BRACKETS})\s*$`);
const NAME_LAST = /[\s"”»][–—-] ?([^:[\]()\n–—-]{1,40})$/;

interface Labelled {
	/** What stands between the labels. */
	words: string;
	place: Place;
}

/**
 * The quote without the times and speakers that a model copied along with the words, and what labels such as
 * "[00:09] Speaker A:" say about the place of the words beside them.
 */
export function readLabels(quote: string, speakers: ReadonlySet<string>): Labelled {
	const { words, place } = labelled(quote, speakers);
	return { words: withoutInnerLabels(words, speakers), place };
}

function withoutInnerLabels(words: string, speakers: ReadonlySet<string>): string {
	return words
		.replace(/\[\d+(?::\d\d)+\]\s*(?:[^:\n]{1,40}:)?/g, ' ')
		.split('\n')
		.map((line) => {
			const [label, name] = NAME.exec(line) ?? [];
			const isSpeaker = name !== undefined && speakerNamed(name, speakers) !== undefined;
			return isSpeaker ? line.slice(label?.length ?? 0) : line;
		})
		.join('\n');
}

function labelled(quote: string, speakers: ReadonlySet<string>): Labelled {
	let words = quote;
	let time: string | undefined;
	let speaker: string | undefined;
	const cutStart = (length: number) => {
		words = words.slice(length);
	};
	const [first, firstTime] = TIME_FIRST.exec(words.slice(0, MAX_LABEL)) ?? [];
	if (first !== undefined) {
		time = firstTime;
		cutStart(first.length);
	}
	for (const label of [NAME_AND_TIME, NAME]) {
		const [whole, name, itsTime] = label.exec(words.slice(0, MAX_LABEL)) ?? [];
		const named = name === undefined ? undefined : speakerNamed(name, speakers);
		if (whole === undefined || named === undefined) continue;
		speaker = named;
		time ??= itsTime;
		cutStart(whole.length);
		break;
	}
	const [last, lastTime] = TIME_LAST.exec(words.slice(-MAX_LABEL)) ?? [];
	if (last !== undefined) {
		time ??= lastTime;
		words = words.slice(0, -last.length);
	}
	const [end, lastName] = NAME_LAST.exec(words.slice(-MAX_LABEL)) ?? [];
	const named = lastName === undefined ? undefined : speakerNamed(lastName, speakers);
	if (end !== undefined && named !== undefined) {
		speaker ??= named;
		words = words.slice(0, -end.length);
	}
	const startMs = time === undefined ? undefined : 1_000 * secondsOf(time);
	return {
		words,
		place: { ...(startMs !== undefined && { startMs }), ...(speaker !== undefined && { speaker }) },
	};
}

/** "Dana", "Speaker A" and, since models translate, "Sprecher A" as the plain word of a speaker. */
function speakerNamed(name: string, speakers: ReadonlySet<string>): string | undefined {
	const whole = plainWord(name);
	if (whole !== '' && speakers.has(whole)) return whole;
	const words = name.trim().split(/\s+/);
	const [, last] = words.length === 2 ? words.map(plainWord) : [];
	if (last === undefined || last.length > 3) return undefined;
	return speakers.has(last) || /^\P{L}*speaker$/iu.test(words[0] ?? '') ? last : undefined;
}

/** Of the first time in a text. */
function secondsOf(text: string): number {
	const [time = '0'] = new RegExp(TIME).exec(text) ?? [];
	return time.split(':').reduce((seconds, part) => 60 * seconds + Number(part), 0);
}
