import type { IBinaryKeyData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { AssemblyAiError, CanceledError, HaltedError } from '../../api/core/errors';
import { outcomeOf, type Outcome } from '../../outcome';
import { executionIds } from './customData';
import { dataObject } from './dataObject';
import { givingWay } from '../service/clock';
import { failedItem, nodeError, type KnownTranscript } from './failures';
import { pauseExecution } from '../pausing/pauseExecution';
import type { PausedJob } from '../pausing/pausedRun';

/** What one piece of work hands to the next node; the pairing to its input item is added here. */
export interface Output {
	json: Record<string, unknown>;
	binary?: IBinaryKeyData;
	/** The input items that it was made of, where they are several. */
	itemIndexes?: readonly number[];
	/** By which of the node's outputs it goes out; absent for the first. */
	outputIndex?: number;
	/** Where the job behind it goes on, and the execution is to pause for it. */
	pending?: PendingJob;
}

/** A job that goes on at the service. */
export interface PendingJob extends PausedJob {
	/** From the beginning of the pause. */
	timeLimitMs: number;
	/** Looks a last time before the pause; it may throw, which fails the item. */
	lookAgain(): Promise<Output>;
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
	let outcomes = await Promise.all(running);
	// A call that comes before n8n has put the execution away is lost, so jobs that ended by now must not need one.
	if (!halted) outcomes = await Promise.all(outcomes.map(async (o) => await lookAgain(o, watched)));
	for (const work of atEnd) work();
	// Stopping is not failing: n8n records `canceled` only when the node returns normally.
	if (isCanceled(context, outcomes.flat())) return [[]];
	if (!goesOn) throwFirstFailure(context, outcomes, known);
	const outputs = outcomes.flatMap((ofItem, itemIndex) =>
		ofItem.flatMap((outcome) => toOutputs(outcome, itemIndex)),
	);
	const items = outputs.map(({ item }) => item);
	const jobs = outputs.map(({ pending }) => pending ?? null);
	const isPending = jobs.some((job) => job !== null);
	return isPending ? await pauseExecution(context, items, jobs) : byOutput(outputs);
}

/** Failed items go out by the first output, where n8n finds them for its error output. */
function byOutput(outputs: PlacedOutput[]): INodeExecutionData[][] {
	const last = Math.max(0, ...outputs.map(({ outputIndex = 0 }) => outputIndex));
	return Array.from({ length: last + 1 }, (_, index) =>
		outputs.filter(({ outputIndex = 0 }) => outputIndex === index).map(({ item }) => item),
	);
}

async function lookAgain(
	outcomes: Array<Outcome<Output[]>>,
	watched: <T>(work: Promise<T>) => Promise<Outcome<T>>,
): Promise<Array<Outcome<Output[]>>> {
	const looks = outcomes.map(async (outcome) => {
		if (!outcome.ok || outcome.value.every(({ pending }) => pending === undefined)) return outcome;
		const again = outcome.value.map(
			async (output) => (await output.pending?.lookAgain()) ?? output,
		);
		return await watched(Promise.all(again));
	});
	return await Promise.all(looks);
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

interface PlacedOutput {
	item: INodeExecutionData;
	outputIndex?: number | undefined;
	pending?: PendingJob | undefined;
}

function toOutputs(outcome: Outcome<Output[]>, itemIndex: number): PlacedOutput[] {
	if (!outcome.ok) return [{ item: failedItem(outcome.error, itemIndex) }];
	return outcome.value.map(({ json, pending, outputIndex, itemIndexes, ...rest }) => ({
		item: {
			...rest,
			json: dataObject(json),
			pairedItem: itemIndexes?.map((item) => ({ item })) ?? { item: itemIndex },
		},
		outputIndex,
		pending,
	}));
}
