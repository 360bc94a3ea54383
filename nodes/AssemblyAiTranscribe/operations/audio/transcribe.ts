import { readableSize } from '../../../shared/audio/fileSize';
import { recordingHint } from '../../../shared/audio/recordingHints';
import {
	AssemblyAiError,
	HaltedError,
	InputError,
	TranscriptFailedError,
} from '../../../shared/api/core/errors';
import type { Service } from '../../../shared/api/core/service';
import type { Transcript } from '../../../shared/api/transcriptSchema';
import { uploadFile } from '../../../shared/api/uploads';
import { limiterOf, type Limiter } from '../../../shared/limiter';
import type { ItemFile } from '../../../shared/n8n/files/itemFile';
import type { NodeOperation } from '../../../shared/n8n/items/nodeOperations';
import type { Output, Run, Task } from '../../../shared/n8n/items/runItems';
import { idempotencyKey, submissionMemoryOf } from '../../../shared/n8n/items/submissionMemory';
import { serviceOf } from '../../../shared/n8n/service/service';
import { withWebhookSecret } from '../../../shared/n8n/service/webhookSecret';
import { outcomeOf } from '../../../shared/outcome';
import { JobStatuses } from '../../../shared/transcript/waiting/jobStatuses';
import { submitOnce, type SubmissionMemory } from '../../../shared/transcript/submitOnce';
import { withWarnings } from '../../../shared/transcript/warnings';
import {
	finishedTranscript,
	isFinished,
	waitForTranscript,
} from '../../../shared/transcript/waiting/waitForTranscript';
import { checkWebhookReach } from '../../../shared/webhook/webhookAddress';
import { briefly, callsBackAt, chosenResumeAddress } from '../pausing';
import { TranscriptHints } from '../transcriptHints';
import { transcriptItem } from '../transcriptItem';
import { originOf, recordingsOf, sourceOf, type Recording } from './recordings';
import { readSettings, transcribeFields, type Settings } from './settings';

/** Enough for all that an account may request in five minutes, and few enough to keep connections apart from it. */
const SUBMISSIONS_AT_ONCE = 8;

export const transcribe: NodeOperation = {
	resource: 'audio',
	value: 'transcribe',
	name: 'Transcribe',
	description: 'Turn a recording into a finished transcript: upload, submit and wait in one step',
	action: 'Transcribe audio',
	fields: transcribeFields,
	async run(run) {
		const service = await serviceOf(run.context);
		const resumeAt = await chosenResumeAddress(run.context, service);
		const jobStatuses = new JobStatuses(service);
		const submissions = limiterOf(SUBMISSIONS_AT_ONCE);
		const hints = new TranscriptHints(run.context);
		let uploads: Limiter | undefined;
		let memory: SubmissionMemory | undefined;
		return async (itemIndex) => {
			const settings = readSettings(run.context, itemIndex);
			if (resumeAt !== undefined) checkWebhook(settings.parameters);
			checkWebhookReach(settings.parameters.webhook_url, service);
			uploads ??= limiterOf(settings.options.uploadConcurrency);
			memory ??= submissionMemoryOf(run.context);
			const job = {
				run,
				service,
				resumeAt,
				jobStatuses,
				hints,
				uploads,
				submissions,
				memory,
				itemIndex,
				settings,
			};
			return (await recordingsOf(run.context, itemIndex, service)).map((recording) =>
				taskFor(job, recording),
			);
		};
	},
};

function checkWebhook(parameters: Record<string, unknown>): void {
	if (!('webhook_url' in parameters)) return;
	throw new InputError('A pause until AssemblyAI calls back needs the webhook of the job itself', {
		hint: 'Remove Webhook URL from Advanced Options and webhook_url from Additional Parameters, or choose another wait mode.',
	});
}

interface Job {
	run: Run;
	service: Service;
	/** Where AssemblyAI calls the execution back, if it is to pause. */
	resumeAt: string | undefined;
	jobStatuses: JobStatuses;
	hints: TranscriptHints;
	uploads: Limiter;
	submissions: Limiter;
	memory: SubmissionMemory;
	itemIndex: number;
	settings: Settings;
}

function taskFor(job: Job, recording: Recording): Task {
	return async () => [await outputOf(job, recording, submitAndWait(job, recording))];
}

/** @param work ends with the transcript, in whatever state it is to go out */
async function outputOf(
	job: Job,
	recording: Recording,
	work: Promise<Transcript>,
): Promise<Output> {
	const { settings, hints } = job;
	const { file, warnings } = recording;
	const outcome = await outcomeOf(work);
	if (!outcome.ok) throw aboutRecording(recording, outcome.error);
	const transcript = withWarnings(outcome.value, warnings);
	hints.lookAt(transcript, settings.parameters.speaker_labels === true);
	return transcriptItem(transcript, {
		...job,
		settings: { ...settings.options, simplify: settings.simplify },
		recording: { origin: originOf(recording), field: file?.field, warnings },
		lookAgain: async () => await outputOf(job, recording, briefly(job, outcome.value, 0)),
	});
}

/** The same error, knowing the recording it is about: its file, and what can be done where it came from. */
function aboutRecording(recording: Recording, error: unknown): unknown {
	if (!(error instanceof AssemblyAiError)) return error;
	const said = error instanceof TranscriptFailedError ? error.said : '';
	const hint = recordingHint(sourceOf(recording), said);
	const { file } = recording;
	const known = file ? { fileName: file.fileName, binaryPropertyName: file.field } : {};
	return error.knowing(known).advising(hint);
}

async function submitAndWait(job: Job, recording: Recording): Promise<Transcript> {
	const { run, service, jobStatuses, settings, resumeAt } = job;
	const { timeLimitMs, pauseAfterMs } = settings.options;
	const submitted = await submit(job, recording);
	if (settings.waitMode === 'doNotWait') return submitted;
	if (isFinished(submitted)) return finishedTranscript(submitted);
	run.context.sendMessageToUI(`Transcribing ${recording.name} (transcript ${submitted.id})`);
	if (resumeAt !== undefined && callsBackAt(resumeAt, submitted)) {
		return await briefly(job, submitted, Math.min(pauseAfterMs, timeLimitMs));
	}
	return await waitForTranscript(service, submitted.id, {
		timeLimitMs,
		knownStatus: submitted.status,
		isHalted: run.isHalted,
		jobStatuses,
	});
}

async function submit(job: Job, recording: Recording): Promise<Transcript> {
	const { run, service, uploads, submissions, memory, itemIndex, resumeAt } = job;
	const { parameters } = job.settings;
	// The address is no part of the work: another execution, which takes up the job, has another one.
	const sent = resumeAt === undefined ? parameters : { ...parameters, webhook_url: resumeAt };
	const work = submitOnce(service, memory, {
		work: idempotencyKey(run.context, itemIndex, {
			service: service.speechToTextUrl,
			audio: recording.fingerprint,
			parameters,
		}),
		isUpload: recording.file !== undefined,
		audioUrl: async () =>
			recording.file === undefined
				? recording.url
				: await uploads(async () => await upload(run, service, recording.file)),
		parameters: await withWebhookSecret(run.context, sent),
		inTurn: submissions,
		isHalted: run.isHalted,
	});
	const submitted = await outcomeOf(work);
	// A job of an earlier try that cannot be looked at now is paid for all the same.
	const id = submitted.ok ? submitted.value.id : transcriptIdOf(submitted.error);
	if (id !== undefined) run.noteTranscript(itemIndex, id);
	if (!submitted.ok) throw submitted.error;
	return submitted.value;
}

function transcriptIdOf(error: unknown): string | undefined {
	return error instanceof AssemblyAiError ? error.facts.transcriptId : undefined;
}

async function upload(run: Run, service: Service, file: ItemFile): Promise<string> {
	if (run.isHalted()) throw new HaltedError('Another item failed before this one was uploaded');
	run.context.sendMessageToUI(`Uploading ${file.name} (${readableSize(file.byteLength)})`);
	return await uploadFile(service, file);
}
