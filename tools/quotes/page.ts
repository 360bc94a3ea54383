import type { Count, LanguageFigures } from './figures';

/** At least this share of what was said is found, and at most this share of what was not is verified. */
export const TARGETS = { said: 0.97, changed: 0 };

/** The page of the documentation that shows the figures. */
export function pageOf(figures: readonly LanguageFigures[]): string {
	const all: LanguageFigures = {
		language: '**All**',
		said: {
			byId: sum(figures.map(({ said }) => said.byId)),
			asText: sum(figures.map(({ said }) => said.asText)),
		},
		changed: {
			byId: sum(figures.map(({ changed }) => changed.byId)),
			asText: sum(figures.map(({ changed }) => changed.asText)),
		},
	};
	const rows = [...figures, all].map(({ language, said, changed }) => [
		language,
		share(said.byId),
		share(said.asText),
		share(changed.byId),
		share(changed.asText),
	]);
	const table = [
		['Language', 'Said, found by ID', 'as text', 'Changed, verified by ID', 'as text'],
		['---', '--:', '--:', '--:', '--:'],
		...rows,
	];
	return `# Which quotes are found

Printed by \`npm run quotes\`, which writes this page anew with \`-- --write\`.

**Said**: each sentence of the calls in [tools/quotes/calls.ts](../tools/quotes/calls.ts) as models copy it: as it is, in capitals, in small letters, without its marks, in quotation marks, with time and speaker before it, without its first and last word, with dots around, with its accents as signs of their own. All of them should be found, at least ${100 * TARGETS.said} %.

**Changed**: the same sentences with one word exchanged, added, or left out, at each place. None of them should be verified; one that leaves a word out may be, if it is shown with the word and as not exact.

By ID the words come with times and speakers, as text they do not. If you speak one of these languages or another, [add to the calls](../CONTRIBUTING.md).

${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}
`;
}

/** Whether all languages together meet the targets, by ID and as text. */
export function meetsTargets(figures: readonly LanguageFigures[]): boolean {
	const isMet = (kind: 'byId' | 'asText') => {
		const said = sum(figures.map((one) => one.said[kind]));
		const changed = sum(figures.map((one) => one.changed[kind]));
		return (
			said.verified >= TARGETS.said * said.quotes &&
			changed.verified <= TARGETS.changed * changed.quotes
		);
	};
	return isMet('byId') && isMet('asText');
}

function sum(counts: readonly Count[]): Count {
	return {
		quotes: counts.reduce((all, { quotes }) => all + quotes, 0),
		verified: counts.reduce((all, { verified }) => all + verified, 0),
	};
}

function share({ quotes, verified }: Count): string {
	return `${verified} of ${quotes}`;
}
