import type { IBinaryKeyData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { AssemblyAiError, CanceledError, HaltedError } from '../../api/core/errors';
import { outcomeOf, type Outcome } from '../../outcome';
import { executionIds } from './customData';
import { dataObject } from './dataObject';
import { givingWay } from '../service/clock';
import { failedItem, nodeError, type KnownTranscript } from './failures';

/** What one piece of work hands to the next node; the pairing to its input item is added here. */
export interface Output {
	json: Record<string, unknown>;
	binary?: IBinaryKeyData;
}

/** One piece of work of an item: most items are one, an item with several recordings is several. */
export type Task = () => Promise<Output[]>;

export interface Run {
	context: IExecuteFunctions;
	/** True once an item failed in a run that ends with its first failure: nothing new may be begun. */
	isHalted(): boolean;
	/** Makes a transcript id known, so that the message of a failed run can name it. */
	noteTranscript(itemIndex: number, transcriptId: string): void;
	/** Has something done when the run has ended, in whatever way. */
	atEnd(work: () => void): void;
}

/** Finds the work of one item; it may throw, which fails the item. */
export type Operation = (run: Run) => Promise<(itemIndex: number) => Promise<Task[]>>;

/**
 * Carries out an operation on all items of a run side by side and returns the outputs in input order, each
 * paired with its item. How many do what at once is the operation's own concern.
 *
 * With Continue On Fail or an error output a failed piece becomes an item of its own. Without, the first
 * failure ends the run, but only after everything in flight has come as far as its transcript id.
 * @param giveWay called between two items, of which there may be thousands: other executions, webhooks and
 * n8n's own signs of life must not wait until the last one is begun
 */
export async function runItems(
	context: IExecuteFunctions,
	operation: Operation,
	giveWay: () => Promise<void> = givingWay(),
): Promise<INodeExecutionData[][]> {
	const goesOn = context.continueOnFail();
	const known: KnownTranscript[] = [];
	const showOnExecution = executionIds(context);
	const atEnd: Array<() => void> = [];
	let halted = false;
	const watched = async <T>(work: Promise<T>): Promise<Outcome<T>> => {
		const outcome = await outcomeOf(work);
		if (!outcome.ok && !goesOn) halted = true;
		return outcome;
	};
	const begin = await outcomeOf(
		operation({
			context,
			isHalted: () => halted,
			noteTranscript: (itemIndex, transcriptId) => {
				known.push({ itemIndex, transcriptId });
				showOnExecution(transcriptId);
			},
			atEnd: (work) => void atEnd.push(work),
		}),
	);
	const runItem = async (itemIndex: number): Promise<Array<Outcome<Output[]>>> => {
		if (!begin.ok) return [begin];
		const tasks = await watched(begin.value(itemIndex));
		if (!tasks.ok) return [tasks];
		return await Promise.all(tasks.value.map(async (task) => await watched(task())));
	};
	const running: Array<ReturnType<typeof runItem>> = [];
	for (const itemIndex of context.getInputData().keys()) {
		if (context.getExecutionCancelSignal()?.aborted) break;
		running.push(runItem(itemIndex));
		await giveWay();
	}
	const outcomes = await Promise.all(running);
	for (const work of atEnd) work();
	// Stopping is not failing: n8n records `canceled` only when the node returns normally.
	if (isCanceled(context, outcomes.flat())) return [[]];
	if (!goesOn) throwFirstFailure(context, outcomes, known);
	return [outcomes.flatMap((ofItem, itemIndex) => ofItem.flatMap((o) => toItems(o, itemIndex)))];
}

function isCanceled(context: IExecuteFunctions, outcomes: Array<Outcome<unknown>>): boolean {
	if (context.getExecutionCancelSignal()?.aborted) return true;
	return outcomes.some((outcome) => !outcome.ok && outcome.error instanceof CanceledError);
}

function throwFirstFailure(
	context: IExecuteFunctions,
	outcomes: Array<Array<Outcome<Output[]>>>,
	known: KnownTranscript[],
): void {
	const failures = outcomes.flatMap((ofItem, itemIndex) =>
		ofItem.flatMap((outcome) => (outcome.ok ? [] : [{ itemIndex, error: outcome.error }])),
	);
	const first = failures.find(({ error }) => !(error instanceof HaltedError)) ?? failures[0];
	if (first === undefined) return;
	const own = first.error instanceof AssemblyAiError ? first.error.facts.transcriptId : undefined;
	const others = known.filter(({ transcriptId }) => transcriptId !== own);
	throw nodeError(context.getNode(), first.error, first.itemIndex, others);
}

function toItems(outcome: Outcome<Output[]>, itemIndex: number): INodeExecutionData[] {
	if (!outcome.ok) return [failedItem(outcome.error, itemIndex)];
	return outcome.value.map(({ json, ...rest }) => ({
		...rest,
		json: dataObject(json),
		pairedItem: { item: itemIndex },
	}));
}
