import Table from 'cli-table3';
import type { Detail } from './answers';

/** Narrower than this, columns would break nearly every word. */
const NARROWEST_TABLE = 80;
const WIDEST_TABLE = 160;

/** The answers as a table that fits the width, or as a list where the width is too small for one. */
export function answersTable(details: Detail[], width: number): string {
	return width < NARROWEST_TABLE ? answersList(details, width) : table(details, width);
}

function table(details: Detail[], width: number): string {
	const answers = new Table({
		head: ['Question', 'Answer', 'Reason', 'Quote'],
		colWidths: columnWidths(Math.min(width, WIDEST_TABLE), [22, 14, 28, 34]),
		wordWrap: true,
		style: { head: [], border: [] },
	});
	for (const detail of details) {
		answers.push([
			detail.question,
			answerText(detail),
			detail.reason ?? '',
			quoteLines(detail).join('\n'),
		]);
	}
	return answers.toString();
}

function answersList(details: Detail[], width: number): string {
	const blocks = details.map((detail) => [
		...wrap(detail.question, width, ''),
		...wrap(`Answer: ${answerText(detail)}`, width, '  '),
		...wrap(`Reason: ${detail.reason ?? 'none'}`, width, '  '),
		...quoteLines(detail).flatMap((line) => wrap(line, width, '  ')),
	]);
	return blocks.map((lines) => lines.join('\n')).join('\n\n');
}

/** Fields of a record, one to a row. Fields without a value show an empty cell. */
export function recordTable(record: Record<string, unknown>, width: number): string {
	const fields = Object.entries(record).map(([name, value]) => [name, textOf(value)] as const);
	if (width < NARROWEST_TABLE) {
		return fields
			.flatMap(([name, value]) => wrap(`${name}: ${value}`.trim(), width, ''))
			.join('\n');
	}
	const rows = new Table({
		colWidths: columnWidths(Math.min(width, WIDEST_TABLE), [30, 70]),
		wordWrap: true,
		style: { head: [], border: [], compact: true },
	});
	rows.push(...fields.map(([name, value]) => [name, value]));
	return rows.toString();
}

function answerText({ answer, evidence }: Detail): string {
	if (answer === null) return 'not in the recording';
	if (answer === evidence.quote) return 'see the quote';
	return textOf(answer);
}

function quoteLines({ evidence }: Detail): string[] {
	const { quote, verified, speaker, at } = evidence;
	if (quote === null) return ['no quote'];
	const place = [speaker && `Speaker ${speaker}`, at];
	const mark = verified ? '✔ verified' : '✘ not found in the transcript';
	return [`“${quote}”`, [...place, mark].filter(Boolean).join(' ')];
}

function textOf(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (Array.isArray(value)) return value.map(textOf).join(', ');
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Shares a width among columns by their weights; the borders are one character each. */
function columnWidths(width: number, weights: number[]): number[] {
	const inside = width - weights.length - 1;
	const sum = weights.reduce((total, weight) => total + weight, 0);
	const widths = weights.map((weight) => Math.floor((inside * weight) / sum));
	const used = widths.reduce((total, column) => total + column, 0);
	return widths.map((column, index) =>
		index === widths.length - 1 ? column + inside - used : column,
	);
}

function wrap(text: string, width: number, indent: string): string[] {
	const lines: string[] = [];
	for (const word of text.split(/\s+/)) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + 1 + word.length <= width) {
			lines[lines.length - 1] = `${last} ${word}`;
		} else {
			lines.push(`${indent}${word}`);
		}
	}
	return lines;
}
