import Table from 'cli-table3';
import type { AnswerFigures } from './answers/answerFigures';
import { isUnsaid, type QuoteFigures } from './quotes/quoteFigures';

const SHOWN = 10;

export function quoteTable({ calls, kinds, surprises }: QuoteFigures): string {
	const table = new Table({
		head: ['Passage', 'Looked up', 'Verified', 'At its place', 'Elsewhere', 'No one place'],
		style: { head: [], border: [] },
	});
	for (const one of kinds) {
		const places = isUnsaid(one.kind)
			? ['', '', '']
			: [one.rightPlace, one.wrongPlace, one.noPlace];
		table.push([one.kind, one.quotes, one.verified, ...places]);
	}
	const lines = surprises.map(({ call, kind, quote, found }) =>
		found === null
			? `${call}, ${kind}, not found: "${quote}"`
			: `${call}, ${kind}, verified: "${quote}" as "${found}"`,
	);
	return [`Quotes of ${calls} calls`, table.toString(), ...firstOf(lines), ''].join('\n');
}

export function answerTable(figures: AnswerFigures, date: string): string {
	const table = new Table({
		head: [
			'Question',
			'Labelled',
			'Right',
			'Wrong',
			'Unknown though told',
			'Told though unknown',
			'Quotes',
			'Verified',
		],
		style: { head: [], border: [] },
	});
	for (const one of figures.questions) {
		table.push([
			one.key,
			one.labelled,
			one.right,
			one.wrong,
			one.unknownThoughTold,
			one.toldThoughUnknown,
			one.quotes,
			one.quotesVerified,
		]);
	}
	const lines = figures.differences.map(
		({ call, key, expected, answer }) =>
			`${call}, ${key}: ${JSON.stringify(answer)} instead of ${JSON.stringify(expected)}`,
	);
	const tokens = `${figures.inputTokens} input and ${figures.outputTokens} output tokens`;
	return [
		`Answers about ${figures.calls} calls, ${figures.models.join(', ')}, ${date}, ${tokens}`,
		table.toString(),
		...firstOf(lines),
		'',
	].join('\n');
}

function firstOf(lines: readonly string[]): string[] {
	const more = lines.length - SHOWN;
	return more > 0
		? [...lines.slice(0, SHOWN), `… and ${more} more (--report FILE has all)`]
		: [...lines];
}
