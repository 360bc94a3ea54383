import type { IExecuteFunctions } from 'n8n-workflow';
import type { CallName } from '../../../shared/acrossCalls/calls';
import {
	ApiError,
	CanceledError,
	NotSentError,
	RedirectError,
	withTranscriptId,
} from '../../../shared/api/core/errors';
import { refusesModel } from '../../../shared/gateway/models/modelRefusal';
import type { Source } from '../../../shared/gateway/source';
import { readParameter } from '../../../shared/n8n/parameters/readParameter';
import { givingWay } from '../../../shared/n8n/service/clock';
import { outcomeOf } from '../../../shared/outcome';
import { readSubject, type Subject } from '../transcriptFields';
import { withSource, type SourceAccess } from '../withSource';
import { acrossOptions, callTitle, callTitleField, optionsField } from './acrossFields';

/** A call as its item tells it. */
export interface Call extends CallName {
	subject: Subject;
	recordingDate: string | undefined;
}

export interface FailedCall extends CallName {
	/** The place of its item. */
	item: number;
	error: unknown;
}

export interface CallResults<T> {
	done: Array<{ call: Call; value: T }>;
	failed: FailedCall[];
	/** Items whose transcript an earlier item has named. */
	repeated: number;
}

/**
 * Does something with each call of a run. One that fails is named and keeps no other from being asked, unless it
 * fails for what would fail them all.
 * @throws CanceledError when the user stopped the execution; the error of the first call where no other can do better
 */
export async function eachCall<T>(
	context: IExecuteFunctions,
	access: SourceAccess,
	work: (source: Source, call: Call) => Promise<T>,
): Promise<CallResults<T>> {
	const results: CallResults<T> = { done: [], failed: [], repeated: 0 };
	const transcripts = new Set<string>();
	let answered = 0;
	let hopeless: { error: unknown } | undefined;
	const isHalted = () => access.isHalted() || hopeless !== undefined;
	const reachCall = async (item: number) => {
		const name = { transcriptId: null, title: `Item ${item + 1}` };
		const call = await outcomeOf(readCall(context, item));
		if (!call.ok) return { name, outcome: call };
		const { transcriptId } = call.value;
		// Asked twice it would count twice, and be paid for twice.
		if (transcriptId !== null && transcripts.has(transcriptId)) return 'repeated';
		if (transcriptId !== null) transcripts.add(transcriptId);
		const outcome = await outcomeOf(
			withSource({ ...access, isHalted }, call.value.subject, async (source) => ({
				call: call.value,
				value: await work(source, call.value),
			})),
		);
		if (outcome.ok) answered++;
		else if (answered === 0 && failsAll(outcome.error)) hopeless ??= outcome;
		return { name: call.value, outcome };
	};
	const reaching: Array<ReturnType<typeof reachCall>> = [];
	const giveWay = givingWay();
	for (const item of context.getInputData().keys()) {
		if (context.getExecutionCancelSignal()?.aborted) break;
		reaching.push(reachCall(item));
		await giveWay();
	}
	for (const [item, reached] of (await Promise.all(reaching)).entries()) {
		if (reached === 'repeated') results.repeated++;
		else if (reached.outcome.ok) results.done.push(reached.outcome.value);
		else {
			const { transcriptId, title } = reached.name;
			const { error } = reached.outcome;
			const known = transcriptId === null ? error : withTranscriptId(transcriptId, error);
			results.failed.push({ transcriptId, title, item, error: known });
		}
	}
	const stopped = results.failed.find(({ error }) => error instanceof CanceledError);
	if (stopped) throw stopped.error;
	if (hopeless && results.done.length === 0) throw hopeless.error;
	return results;
}

/** Async, so that a parameter that cannot be used is an outcome of its call like any other. */
async function readCall(context: IExecuteFunctions, item: number): Promise<Call> {
	const subject = readSubject(context, item);
	const title = readParameter(context, item, callTitleField, callTitle);
	const { recordingDate } = readParameter(context, item, optionsField, acrossOptions);
	const transcriptId = subject.transcriptId ?? null;
	return {
		...{ subject, recordingDate, transcriptId },
		title: title || transcriptId || `Item ${item + 1}`,
	};
}

/** A key, an address or a model that is refused is refused for every call, and each request for it would take its minute. */
function failsAll(error: unknown): boolean {
	if (error instanceof NotSentError || error instanceof RedirectError) return true;
	return (error instanceof ApiError && error.httpStatus === 401) || refusesModel(error);
}
