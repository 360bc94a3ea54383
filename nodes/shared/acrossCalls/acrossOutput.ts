import { byKey, supportOf, timeOf } from '../questions/answersOutput';
import type { AcrossQuestion } from './answerAcross';
import type { AnsweredCall, CallName, CallQuote } from './calls';
import type { Theme } from './together/theme';
import type { Fields } from '../values';

/** The answers over all calls as the next node gets them, each found by the key of its question. */
export function acrossOutput(
	across: readonly AcrossQuestion[],
	calls: readonly AnsweredCall[],
): Fields {
	const of = (valueOf: (one: AcrossQuestion) => unknown) =>
		Object.fromEntries(across.map((one) => [one.question.key, valueOf(one)]));
	return {
		answers: of(({ together }) => (together.ok ? together.value.answer : null)),
		themes: of(({ together }) =>
			together.ok ? together.value.themes.map((theme) => themeOutput(theme, calls)) : [],
		),
		counts: of(({ counts }) => counts),
	};
}

/** The answers of each call by itself, which were paid for anyway. */
export function perCallOutput(calls: readonly AnsweredCall[]): Fields[] {
	return calls.map((call) => ({
		...nameOutput(call),
		answers: byKey(call.answered, ({ answer }) => answer),
		evidence: byKey(call.answered, supportOf),
	}));
}

export function nameOutput({ title, transcriptId }: CallName): Fields {
	return { call: title, transcriptId };
}

function themeOutput(
	{ title, calls: places, quotes }: Theme,
	calls: readonly AnsweredCall[],
): Fields {
	return {
		title,
		count: places.length,
		calls: places.flatMap((place) => {
			const call = calls[place];
			return call ? [nameOutput(call)] : [];
		}),
		quotes: quotes.map(quoteOutput),
	};
}

function quoteOutput({ call, quote, speaker, start, end }: CallQuote): Fields {
	return { quote, ...nameOutput(call), speaker, at: timeOf(start), start, end };
}
