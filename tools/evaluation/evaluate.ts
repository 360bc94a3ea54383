import { writeFileSync } from 'node:fs';
import { ArgumentError } from '../commandLine';
import { Progress, type Output } from '../demo/progress';
import { answerFigures, type AnswerFigures } from './answers/answerFigures';
import type { Account, Asked } from './answers/askCalls';
import type { EvaluationArguments } from './arguments';
import { isUnsaid, quoteFigures, type QuoteFigures } from './quotes/quoteFigures';
import { readHarperValley } from './set/harperValley';
import type { LabelledSet } from './set/labelledSet';
import { readOwnSet } from './set/ownSet';
import { answerTable, quoteTable } from './tables';

/** @returns the exit code: 1 when something that nobody said was verified, or a call was not answered */
export async function evaluate(
	{ folder, isHarperValley, limit, seed, account, keyVariable, report }: EvaluationArguments,
	output: Output,
	progressTo: Output,
): Promise<number> {
	const set = (isHarperValley ? readHarperValley : readOwnSet)(folder, limit);
	const progress = new Progress(progressTo);
	const say = (text: string) => output.write(`${text}\n`);

	const quotes = measureQuotes(set, seed, progress);
	if (quotes) say(quoteTable(quotes));
	else say('No call has a machine transcript: there is nothing to look quotes up in.');

	const date = new Date().toISOString().slice(0, 10);
	const asked = account && (await ask(set, account, progress));
	const answers = asked && answerFigures(set, asked);
	if (answers) say(answerTable(answers, date));
	else say(`No API key in ${keyVariable}: answers are not measured.`);
	for (const { id, message } of asked?.failed ?? []) say(`${id} was not answered: ${message}`);

	if (report !== undefined) {
		const all = { date, calls: set.calls.length, seed, quotes, answers, failed: asked?.failed };
		writeFileSync(report, `${JSON.stringify(all, null, '\t')}\n`);
	}
	if (!quotes && !answers) throw new ArgumentError('Nothing could be measured');
	return isClean(quotes, asked) && hasMeasured(quotes, answers) ? 0 : 1;
}

function measureQuotes(
	set: LabelledSet,
	seed: number,
	progress: Progress,
): QuoteFigures | undefined {
	if (set.calls.every(({ heard }) => heard.length === 0)) return undefined;
	progress.begin(`Quotes of ${set.calls.length} calls`);
	const figures = quoteFigures(set, seed);
	progress.done();
	return figures;
}

async function ask(set: LabelledSet, account: Account, progress: Progress): Promise<Asked> {
	if (set.calls.every(({ expected }) => expected.size === 0)) {
		throw new ArgumentError(
			'No call has an expected answer: there is nothing to hold answers against',
		);
	}
	// Loads n8n, for which nobody should wait whose set is refused.
	const { askCalls } = await import('./answers/askCalls');
	let done = 0;
	const begin = () => progress.begin(`Asking about call ${done + 1} of ${set.calls.length}`);
	begin();
	const asked = await askCalls(set, account, () => {
		done += 1;
		if (done < set.calls.length) begin();
	});
	progress.done();
	return asked;
}

function isClean(quotes: QuoteFigures | undefined, asked: Asked | undefined): boolean {
	const unsaid =
		quotes?.kinds.some(({ kind, verified }) => isUnsaid(kind) && verified > 0) ?? false;
	return !unsaid && (asked?.failed.length ?? 0) === 0;
}

/** A set of short turns has no passage to quote, and a question that is not in the reply no answer. */
function hasMeasured(
	quotes: QuoteFigures | undefined,
	answers: AnswerFigures | undefined,
): boolean {
	const passages = quotes?.kinds.some((one) => one.quotes > 0) ?? false;
	const labels = answers?.questions.some((one) => one.labelled > 0) ?? false;
	return passages || labels;
}
