import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { z } from 'zod';
import { AssemblyAiError, type ErrorFacts } from '../../api/core/errors';
import type { Transcript } from '../../api/transcriptSchema';
import { outcomeOf } from '../../outcome';
import { transcriptOutput } from '../../transcript/transcriptOutput';
import { withWarnings } from '../../transcript/warnings';
import { talkMetricsOutput } from '../../talkMetrics/talkMetricsOutput';
import { resumeAtCallBack, type Ended } from '../../webhook/resumeAtCallBack';
import { dataObject } from '../items/dataObject';
import { failedItem } from '../items/failures';
import { answer, receivedCall } from '../service/receivedCall';
import { realClock } from '../service/clock';
import { serviceOf } from '../service/service';
import { webhookSecretOf } from '../service/webhookSecret';
import { pausedRun, type PausedItem, type PausedJob } from './pausedRun';
import { resumedOnce } from './resumedOnce';

/**
 * Answers a call to a paused execution, and lets it go on when all its jobs have ended. It never throws: n8n
 * would run the nodes behind with an empty item.
 */
export async function resumeExecution(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const judged = await outcomeOf(judge(context));
	if (judged.ok) return judged.value;
	const { message } = judged.error instanceof Error ? judged.error : { message: '' };
	context.logger.error(`A call-back to a paused execution could not be judged: ${message}`);
	return answer(context, { status: 503, message: 'n8n could not judge this call; call again' });
}

async function judge(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { pause, items } = pausedRun(context);
	const reception = await resumeAtCallBack(
		{
			service: await serviceOf(context),
			secret: await webhookSecretOf(context),
			transcriptIds: [...new Set(pause.jobs.flatMap((job) => job?.transcriptId ?? []))],
			since: pause.since,
		},
		receivedCall(context),
	);
	if ('status' in reception) return answer(context, reception);
	if (isAboutToResume(pause)) {
		return answer(context, { status: 200, message: 'The time limit resumes the execution' });
	}
	if (!resumedOnce(`${context.getExecutionId()} ${pause.since}`)) {
		return answer(context, { status: 200, message: 'The execution goes on already' });
	}
	const outputs = items.map((item, index) => outputOf(item, pause.jobs[index], reception.ended));
	return {
		...answer(context, { status: 200, message: 'The execution goes on' }),
		workflowData: [outputs],
	};
}

/** n8n sets its timer so long before the end of a pause, and older versions do not take it back. */
const TIMER_IS_SET_MS = 75_000;
/** A pause that is hardly longer would never be resumed by a call. */
const MIN_PAUSE_MS = 4 * TIMER_IS_SET_MS;

/**
 * Whether n8n 1.x may be resuming the execution by its timer: it does not notice that a call has done so, and
 * would run the nodes behind a second time.
 */
function isAboutToResume({ since, until }: { since: number; until: number }): boolean {
	return until - since >= MIN_PAUSE_MS && until - realClock.now() < TIMER_IS_SET_MS;
}

/** A failure is an item of its own: n8n applies no error handling to what a call resumes with. */
function outputOf(
	item: PausedItem,
	job: PausedJob | null | undefined,
	ended: Ended,
): INodeExecutionData {
	const outcome = job ? ended.get(job.transcriptId) : undefined;
	if (!job || !outcome) return item;
	if (outcome.ok) return finishedItem(item, job, outcome.value);
	const { error } = outcome;
	const told = error instanceof AssemblyAiError ? error.knowing(fileOf(item, job)) : error;
	return failedItem(told, item.pairedItem.item);
}

function finishedItem(item: PausedItem, job: PausedJob, transcript: Transcript): PausedItem {
	const told = {
		...transcriptOutput(withWarnings(transcript, job.warnings), job.simplify),
		...talkMetricsOutput(transcript, job),
	};
	const origin = Object.fromEntries(job.origin.map((field) => [field, item.json[field]]));
	const own = { ...told, ...origin };
	if (!job.includesInput) return { ...item, json: dataObject(own) };
	const input = Object.entries(item.json).filter(([field]) => !(field in own));
	return { ...item, json: dataObject({ ...Object.fromEntries(input), ...own }) };
}

const file = z
	.object({ fileName: z.string().nullish(), binaryPropertyName: z.string().nullish() })
	.transform(({ fileName, binaryPropertyName }) => ({
		fileName: fileName ?? undefined,
		binaryPropertyName: binaryPropertyName ?? undefined,
	}));

/** The file that a failed recording came from, if it came as one. */
function fileOf({ json }: PausedItem, { origin }: PausedJob): ErrorFacts {
	const told = file.safeParse(origin.length > 0 ? json : {});
	return told.success ? told.data : {};
}
