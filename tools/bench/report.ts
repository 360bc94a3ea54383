import Table from 'cli-table3';
import type { Benchmark } from './benchmark';
import { seen, verdictOf, type Figure } from './figure';

/** What a benchmark found, as a table. */
export function reportOf({ title }: Benchmark, figures: Figure[]): string {
	const table = new Table({
		head: ['Figure', 'Seen', 'Target', ''],
		style: { head: [], border: [], compact: true },
	});
	table.push(...figures.map(row));
	return `\n${title}\n${table.toString()}\n${details(figures)}`;
}

function row(figure: Figure): string[] {
	const { what, values, counts, show } = figure;
	const kind = values.length > 1 ? ` (${counts} of ${values.length})` : '';
	return [what, `${show(seen(figure))}${kind}`, targetOf(figure), verdictOf(figure) ?? ''];
}

function targetOf({ target, show }: Figure): string {
	if (target === undefined) return '';
	return 'atMost' in target ? `at most ${show(target.atMost)}` : `at least ${show(target.atLeast)}`;
}

const FEW = 10;

/** Every value of what was repeated a few times, so that a reader sees how far they lie apart. */
function details(figures: Figure[]): string {
	return figures
		.filter(({ values }) => values.length > 1 && values.length <= FEW)
		.map(({ what, values, show }) => `  ${what.trim()}: ${values.map(show).join(', ')}\n`)
		.join('');
}
