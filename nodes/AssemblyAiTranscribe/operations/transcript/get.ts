import { z } from 'zod';
import { InputError, withTranscriptId } from '../../../shared/api/core/errors';
import { withFewRequests } from '../../../shared/api/core/fewRequests';
import type { Service } from '../../../shared/api/core/service';
import type { Transcript } from '../../../shared/api/transcriptSchema';
import { getTranscript } from '../../../shared/api/transcripts';
import { outcomeOf } from '../../../shared/outcome';
import type { NodeOperation } from '../../../shared/n8n/items/nodeOperations';
import type { Output, Run } from '../../../shared/n8n/items/runItems';
import { readParameter } from '../../../shared/n8n/parameters/readParameter';
import { serviceOf } from '../../../shared/n8n/service/service';
import {
	readTranscriptId,
	transcriptLocator,
} from '../../../shared/n8n/parameters/transcriptLocator';
import {
	includeInputField,
	includeInputFields,
	optionsOf,
	simplifyField,
	timeoutMinutes,
	timeoutMinutesField,
	waitMode,
	waitModeField,
	withTimeLimitMs,
} from '../../../shared/n8n/parameters/commonFields';
import {
	pauseAfterField,
	pauseAfterSeconds,
	pauseNotice,
	withPauseAfterMs,
} from '../../../shared/n8n/parameters/pauseFields';
import { JobStatuses } from '../../../shared/transcript/waiting/jobStatuses';
import {
	isFinished,
	waitForTranscript,
} from '../../../shared/transcript/waiting/waitForTranscript';
import { briefly, callsBackAt, chosenResumeAddress } from '../pausing';
import { talkMetrics, talkMetricsField } from '../talkMetricsOption';
import { TranscriptHints } from '../transcriptHints';
import { transcriptItem } from '../transcriptItem';

const optionsField = optionsOf(
	includeInputField,
	pauseAfterField,
	talkMetricsField,
	timeoutMinutesField,
);

const options = z
	.object({ pauseAfterSeconds, timeoutMinutes, includeInputFields, talkMetrics })
	.transform(withTimeLimitMs)
	.transform(withPauseAfterMs);

export const get: NodeOperation = {
	resource: 'transcript',
	value: 'get',
	name: 'Get',
	description: 'Retrieve a transcript, and wait for it first if it is not finished yet',
	action: 'Get a transcript',
	fields: [transcriptLocator, waitModeField, pauseNotice, simplifyField, optionsField],
	async run(run) {
		const { context, noteTranscript } = run;
		const service = withFewRequests(await serviceOf(context));
		const resumeAt = await chosenResumeAddress(context, service);
		const jobStatuses = new JobStatuses(service);
		const hints = new TranscriptHints(context);
		return async (itemIndex) => {
			const id = readTranscriptId(context, itemIndex);
			const settings = {
				waitMode: readParameter(context, itemIndex, waitModeField, waitMode),
				simplify: readParameter(context, itemIndex, simplifyField, z.boolean()),
				...readParameter(context, itemIndex, optionsField, options),
			};
			const task = async () => {
				noteTranscript(itemIndex, id);
				const job = { run, service, resumeAt, jobStatuses, hints, itemIndex, settings };
				return [await outputOf(job, fetchAndWait(job, id))];
			};
			return [task];
		};
	},
};

interface Job {
	run: Run;
	service: Service;
	/** Where AssemblyAI calls the execution back, if it is to pause. */
	resumeAt: string | undefined;
	jobStatuses: JobStatuses;
	hints: TranscriptHints;
	itemIndex: number;
	settings: {
		waitMode: z.infer<typeof waitMode>;
		simplify: boolean;
		includeInputFields: boolean;
		talkMetrics: boolean;
		timeLimitMs: number;
		pauseAfterMs: number;
	};
}

async function fetchAndWait(job: Job, id: string): Promise<Transcript> {
	const { run, service, resumeAt, jobStatuses, settings } = job;
	const { timeLimitMs, pauseAfterMs } = settings;
	if (settings.waitMode === 'doNotWait') {
		const look = await outcomeOf(getTranscript(service, id));
		if (look.ok) return look.value;
		throw withTranscriptId(id, look.error);
	}
	if (resumeAt === undefined) {
		return await waitForTranscript(service, id, {
			timeLimitMs,
			isHalted: run.isHalted,
			jobStatuses,
		});
	}
	const transcript = await getTranscript(service, id);
	if (!isFinished(transcript) && !callsBackAt(resumeAt, transcript))
		throw callsElsewhere(transcript);
	return await briefly(job, transcript, Math.min(pauseAfterMs, timeLimitMs));
}

/** A job calls the address that it was submitted with, and no other. */
function callsElsewhere({ id, status }: Transcript): InputError {
	return new InputError('AssemblyAI will not call this execution back about the transcript', {
		transcriptId: id,
		status,
		hint: 'Only a job that AssemblyAI Transcribe submitted in this execution, with the wait mode Pause Until AssemblyAI Calls Back, does that. Choose the wait mode Wait Until Finished.',
	});
}

/** @param work ends with the transcript, in whatever state it is to go out */
async function outputOf(job: Job, work: Promise<Transcript>): Promise<Output> {
	const transcript = await work;
	job.hints.lookAt(transcript);
	return transcriptItem(transcript, {
		...job,
		lookAgain: async () => await outputOf(job, briefly(job, transcript, 0)),
	});
}
