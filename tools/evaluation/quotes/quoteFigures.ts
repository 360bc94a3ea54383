import { EvidenceFinder } from '../../../nodes/shared/evidence/evidence';
import { Random } from '../../chaos/random';
import type { LabelledCall, LabelledSet } from '../set/labelledSet';
import { changed, CHANGES } from './changes';
import { lettersOf, spansOf, stands, type Span } from './spans';

export const KINDS = [
	'said, heard alike',
	'said, heard otherwise',
	...CHANGES,
	'said in another call',
] as const;

export type Kind = (typeof KINDS)[number];

export interface KindFigures {
	kind: Kind;
	quotes: number;
	verified: number;
	/** Of the verified ones: within the turn in which it was said. */
	rightPlace: number;
	wrongPlace: number;
	/** Of the verified ones: said several times, or without times in the transcript. */
	noPlace: number;
}

export interface Surprise {
	call: string;
	kind: Kind;
	quote: string;
	/** What the search took it for; null where it found nothing. */
	found: string | null;
}

export interface QuoteFigures {
	/** With a machine transcript. */
	calls: number;
	kinds: KindFigures[];
	/** What somebody should look at: not said and verified, or heard alike and not found. */
	surprises: Surprise[];
}

/** A kind of which nothing may come back verified. */
export function isUnsaid(kind: Kind): boolean {
	return kind !== 'said, heard alike' && kind !== 'said, heard otherwise';
}

/** Looks up what was said, and what was not, in what a machine heard of the same call. */
export function quoteFigures(set: LabelledSet, seed: number): QuoteFigures {
	const kinds = new Map<Kind, KindFigures>(
		KINDS.map((kind) => [
			kind,
			{ kind, quotes: 0, verified: 0, rightPlace: 0, wrongPlace: 0, noPlace: 0 },
		]),
	);
	const surprises: Surprise[] = [];
	const calls = set.calls.filter(({ heard }) => heard.length > 0);
	const random = new Random(seed);
	for (const [i, call] of calls.entries()) {
		const finder = new EvidenceFinder(call.heard);
		const other = calls[(i + 1) % calls.length];
		for (const { kind, words, span } of quotesOf(call, other, set.names, random)) {
			const figures = kinds.get(kind);
			if (!figures) continue;
			const quote = words.join(' ');
			const evidence = finder.find(quote);
			figures.quotes += 1;
			const isWanted = kind === 'said, heard alike';
			if (evidence.verified) {
				figures.verified += 1;
				figures[placeOf(evidence, span)] += 1;
			}
			if (evidence.verified ? isUnsaid(kind) : isWanted) {
				surprises.push({
					call: call.id,
					kind,
					quote,
					found: evidence.verified ? evidence.quote : null,
				});
			}
		}
	}
	return { calls: calls.length, kinds: [...kinds.values()], surprises };
}

interface Quote {
	kind: Kind;
	words: string[];
	span: Span;
}

function* quotesOf(
	call: LabelledCall,
	other: LabelledCall | undefined,
	names: readonly string[],
	random: Random,
): Generator<Quote> {
	const heard = lettersOf(call.heard.map(({ text }) => text));
	const said = lettersOf(call.turns.flatMap(({ text }) => text.split(/\s+/)));
	// With a name of this call a quote would only leave out what stands between the two.
	const others = names.filter((name) => !stands([name], heard));
	for (const span of spansOf(call.turns, random)) {
		const { words } = span;
		const isAlike = stands(words, heard);
		yield { kind: isAlike ? 'said, heard alike' : 'said, heard otherwise', words, span };
		// What was heard otherwise would not be found anyway, and proves nothing.
		if (!isAlike) continue;
		for (const kind of CHANGES) {
			const instead = changed(words, kind, { known: names, others }, random);
			if (instead && !stands(instead, heard)) yield { kind, words: instead, span };
		}
	}
	if (!other || other === call) return;
	// Polite phrases are the same in many calls, and then they were said in this one as well.
	for (const span of spansOf(other.turns, random)) {
		const { words } = span;
		if (stands(words, heard) || stands(words, said)) continue;
		yield { kind: 'said in another call', words, span };
	}
}

function placeOf(
	{ start, end }: { start: number | null; end: number | null },
	{ turn }: Span,
): 'rightPlace' | 'wrongPlace' | 'noPlace' {
	if (start === null || end === null) return 'noPlace';
	if (turn.start === undefined || turn.end === undefined) return 'noPlace';
	return start < turn.end && end > turn.start ? 'rightPlace' : 'wrongPlace';
}
