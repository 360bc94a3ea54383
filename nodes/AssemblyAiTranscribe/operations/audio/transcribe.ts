import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { readableSize } from '../../../shared/audio/fileSize';
import { AssemblyAiError, HaltedError } from '../../../shared/api/core/errors';
import type { Service } from '../../../shared/api/core/service';
import type { Transcript } from '../../../shared/api/transcriptSchema';
import { uploadFile } from '../../../shared/api/uploads';
import { limiterOf, type Limiter } from '../../../shared/limiter';
import type { ItemFile } from '../../../shared/n8n/files/itemFile';
import { includeInput } from '../../../shared/n8n/items/includeInput';
import type { NodeOperation } from '../../../shared/n8n/items/nodeOperations';
import { readParameter } from '../../../shared/n8n/parameters/readParameter';
import type { Run, Task } from '../../../shared/n8n/items/runItems';
import { serviceOf } from '../../../shared/n8n/service/service';
import { submissionMemoryOf, idempotencyKey } from '../../../shared/n8n/items/submissionMemory';
import {
	simplifyField,
	timeoutMinutes,
	timeoutMinutesField,
	withTimeLimitMs,
	waitMode,
	waitModeField,
} from '../../../shared/n8n/parameters/commonFields';
import { outcomeOf } from '../../../shared/outcome';
import { withWarnings } from '../../../shared/transcript/transcriptOutput';
import { withWebhookSecret } from '../../../shared/n8n/service/webhookSecret';
import { JobStatuses } from '../../../shared/transcript/jobStatuses';
import { submitOnce, type SubmissionMemory } from '../../../shared/transcript/submitOnce';
import { transcriptJson } from '../../../shared/n8n/items/transcriptJson';
import {
	finishedTranscript,
	isFinished,
	waitForTranscript,
} from '../../../shared/transcript/waitForTranscript';
import { talkMetrics, talkMetricsField, talkMetricsOutput } from '../talkMetricsOption';
import { TranscriptHints } from '../transcriptHints';
import { speakerLabelsField } from './options/speakerLabels';
import { parameterCollections, readRequestParameters } from './parameters';
import { originOf, recordingFields, recordingsOf, type Recording } from './recordings';

/** A few at a time fill a line; more would only make each of them slower and more likely to break off. */
const UPLOADS_AT_ONCE = 4;
/** Enough for all that an account may request in five minutes, and few enough to keep connections apart from it. */
const SUBMISSIONS_AT_ONCE = 8;

const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Include Input Fields',
			name: 'includeInputFields',
			type: 'boolean',
			default: true,
			description:
				'Whether the output also has the fields and files of the input item, such as the ID of a CRM record',
		},
		talkMetricsField,
		timeoutMinutesField,
		{
			displayName: 'Upload Concurrency',
			name: 'uploadConcurrency',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: UPLOADS_AT_ONCE,
			description: 'How many files are uploaded at the same time',
		},
	],
};

const options = z
	.object({
		timeoutMinutes,
		uploadConcurrency: z.number().int().min(1).default(UPLOADS_AT_ONCE),
		includeInputFields: z.boolean().default(false),
		talkMetrics,
	})
	.transform(withTimeLimitMs);

export const transcribe: NodeOperation = {
	resource: 'audio',
	value: 'transcribe',
	name: 'Transcribe',
	description: 'Turn a recording into a finished transcript: upload, submit and wait in one step',
	action: 'Transcribe audio',
	fields: [
		...recordingFields,
		speakerLabelsField,
		waitModeField,
		simplifyField,
		...parameterCollections,
		optionsField,
	],
	async run(run) {
		const service = await serviceOf(run.context);
		const jobStatuses = new JobStatuses(service);
		const submissions = limiterOf(SUBMISSIONS_AT_ONCE);
		const hints = new TranscriptHints(run.context);
		let uploads: Limiter | undefined;
		let memory: SubmissionMemory | undefined;
		return async (itemIndex) => {
			const settings = readSettings(run, itemIndex);
			uploads ??= limiterOf(settings.options.uploadConcurrency);
			memory ??= submissionMemoryOf(run.context);
			const job = {
				run,
				service,
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

type Settings = ReturnType<typeof readSettings>;

function readSettings({ context }: Run, itemIndex: number) {
	return {
		waitMode: readParameter(context, itemIndex, waitModeField, waitMode),
		simplify: readParameter(context, itemIndex, simplifyField, z.boolean()),
		options: readParameter(context, itemIndex, optionsField, options),
		parameters: readRequestParameters(context, itemIndex),
	};
}

interface Job {
	run: Run;
	service: Service;
	jobStatuses: JobStatuses;
	hints: TranscriptHints;
	uploads: Limiter;
	submissions: Limiter;
	memory: SubmissionMemory;
	itemIndex: number;
	settings: Settings;
}

function taskFor(job: Job, recording: Recording): Task {
	const { run, itemIndex, settings } = job;
	const { file } = recording;
	return async () => {
		const outcome = await outcomeOf(transcribeRecording(job, recording));
		if (!outcome.ok) throw file ? namingFile(file, outcome.error) : outcome.error;
		const transcript = withWarnings(outcome.value, recording.warnings);
		job.hints.lookAt(transcript, settings.parameters.speaker_labels === true);
		const json = {
			...transcriptJson(run.context, transcript, settings.simplify),
			...talkMetricsOutput(transcript, settings.options),
			...originOf(recording),
		};
		if (!settings.options.includeInputFields) return [{ json }];
		return [includeInput(run.context, itemIndex, { json }, file?.field)];
	};
}

/** The same error, knowing the file it is about. */
function namingFile({ fileName, field }: ItemFile, error: unknown): unknown {
	if (error instanceof AssemblyAiError) error.addFacts({ fileName, binaryPropertyName: field });
	return error;
}

async function transcribeRecording(
	{ run, service, jobStatuses, uploads, submissions, memory, itemIndex, settings }: Job,
	recording: Recording,
): Promise<Transcript> {
	const { parameters } = settings;
	const submitted = await submitOnce(service, memory, {
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
		parameters: await withWebhookSecret(run.context, parameters),
		inTurn: submissions,
		isHalted: run.isHalted,
	});
	run.noteTranscript(itemIndex, submitted.id);
	if (settings.waitMode === 'doNotWait') return submitted;
	if (isFinished(submitted)) return finishedTranscript(submitted);
	run.context.sendMessageToUI(`Transcribing ${recording.name} (transcript ${submitted.id})`);
	return await waitForTranscript(service, submitted.id, {
		timeLimitMs: settings.options.timeLimitMs,
		knownStatus: submitted.status,
		isHalted: run.isHalted,
		jobStatuses,
	});
}

async function upload(run: Run, service: Service, file: ItemFile): Promise<string> {
	if (run.isHalted()) throw new HaltedError('Another item failed before this one was uploaded');
	run.context.sendMessageToUI(`Uploading ${file.name} (${readableSize(file.byteLength)})`);
	return await uploadFile(service, file);
}
