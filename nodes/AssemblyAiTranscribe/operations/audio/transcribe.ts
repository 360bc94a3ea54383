import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { readableSize } from '../../../shared/audio/fileSize';
import { HaltedError } from '../../../shared/api/errors/HaltedError';
import type { Service } from '../../../shared/api/service';
import type { Transcript } from '../../../shared/api/transcriptSchema';
import { uploadFile } from '../../../shared/api/uploads';
import { limiterOf, type Limiter } from '../../../shared/limiter';
import { fileSelection, filesOf, type ItemFile } from '../../../shared/n8n/binaryFiles';
import { includeInput } from '../../../shared/n8n/includeInput';
import type { NodeOperation } from '../../../shared/n8n/nodeOperations';
import { readParameter } from '../../../shared/n8n/parameters';
import type { Run, Task } from '../../../shared/n8n/runItems';
import { serviceOf } from '../../../shared/n8n/service';
import { submissionMemoryOf, workName } from '../../../shared/n8n/submissionMemory';
import {
	simplifyField,
	timeoutMinutes,
	timeoutMinutesField,
	waitMode,
	waitModeField,
} from '../../../shared/n8n/waitMode';
import { submitOnce } from '../../../shared/transcript/submitOnce';
import { transcriptOutput } from '../../../shared/transcript/transcriptOutput';
import {
	finishedTranscript,
	isFinished,
	waitForTranscript,
} from '../../../shared/transcript/waitForTranscript';
import { languageOptions } from './options/language';
import { speakerOptions } from './options/speakers';
import { vocabularyOptions } from './options/vocabulary';

/** In the order of the panel: what most people set comes first. */
const parameterGroups = [speakerOptions, languageOptions, vocabularyOptions];

/** A few at a time fill a line; more would only make each of them slower and more likely to break off. */
const UPLOADS_AT_ONCE = 4;

const sourceField: INodeProperties = {
	displayName: 'Source',
	name: 'source',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Binary', value: 'binary', description: 'Files that an earlier node put on the item' },
		{
			name: 'URL',
			value: 'url',
			description: 'An address from which AssemblyAI can download the file itself',
		},
	],
	default: 'binary',
	description: 'Where the recording comes from',
};

const binaryField: INodeProperties = {
	displayName: 'Input Binary Field',
	name: 'binaryPropertyName',
	type: 'string',
	default: '',
	placeholder: 'e.g. data',
	hint: 'Leave empty to take every audio and video file of the item',
	displayOptions: { show: { source: ['binary'] } },
	description:
		'The name of the input field that has the file, or several names separated by commas. Each file becomes an output item of its own.',
};

const urlField: INodeProperties = {
	displayName: 'Audio URL',
	name: 'audioUrl',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://example.com/call.mp3',
	displayOptions: { show: { source: ['url'] } },
	description:
		'A direct download link that works without signing in. Links to web pages, such as viewers of cloud drives, do not work.',
};

const additionalParametersField: INodeProperties = {
	displayName: 'Additional Parameters',
	name: 'additionalParameters',
	type: 'json',
	default: '{}',
	description:
		'Parameters of the request as a JSON object with the names of the API, for what this node has no field for. They win over the fields above.',
};

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
			default: false,
			description:
				'Whether the output also has the fields and files of the input item, such as the ID of a CRM record',
		},
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

const jsonObject = z
	.union([z.string(), z.record(z.string(), z.unknown())])
	.transform((value, check) => {
		if (typeof value !== 'string') return value;
		const parsed = z.record(z.string(), z.unknown()).safeParse(readJson(value.trim() || '{}'));
		if (parsed.success) return parsed.data;
		check.addIssue({ code: 'custom', message: 'it is not a JSON object' });
		return z.NEVER;
	});

const httpUrl = z
	.string()
	.trim()
	.refine(
		(url) => /^https?:\/\/\S+$/i.test(url),
		'it is not a URL that begins with http:// or https://',
	);

const options = z.object({
	timeoutMinutes,
	uploadConcurrency: z.number().int().min(1).default(UPLOADS_AT_ONCE),
	includeInputFields: z.boolean().default(false),
});

/** A recording and where it comes from. */
type Recording = { name: string; fingerprint: string } & ({ url: string } | { file: ItemFile });

export const transcribe: NodeOperation = {
	resource: 'audio',
	value: 'transcribe',
	name: 'Transcribe',
	description: 'Turn a recording into a finished transcript: upload, submit and wait in one step',
	action: 'Transcribe audio',
	fields: [
		sourceField,
		binaryField,
		urlField,
		waitModeField,
		simplifyField,
		...parameterGroups.map(({ field }) => field),
		additionalParametersField,
		optionsField,
	],
	async run(run) {
		const service = await serviceOf(run.context);
		let uploads: Limiter | undefined;
		return async (itemIndex) => {
			const settings = readSettings(run, itemIndex);
			uploads ??= limiterOf(settings.options.uploadConcurrency);
			const job = { run, service, uploads, itemIndex, settings };
			return (await recordingsOf(run, itemIndex)).map((recording) => taskFor(job, recording));
		};
	},
};

type Settings = ReturnType<typeof readSettings>;

function readSettings({ context }: Run, itemIndex: number) {
	const parameters = parameterGroups.map(({ field, request }) =>
		readParameter(context, itemIndex, field, request),
	);
	return {
		waitMode: readParameter(context, itemIndex, waitModeField, waitMode),
		simplify: readParameter(context, itemIndex, simplifyField, z.boolean()),
		options: readParameter(context, itemIndex, optionsField, options),
		parameters: Object.assign(
			{},
			...parameters,
			readParameter(context, itemIndex, additionalParametersField, jsonObject),
		) satisfies Record<string, unknown>,
	};
}

async function recordingsOf({ context }: Run, itemIndex: number): Promise<Recording[]> {
	const source = readParameter(context, itemIndex, sourceField, z.enum(['binary', 'url']));
	if (source === 'url') {
		const url = readParameter(context, itemIndex, urlField, httpUrl);
		return [{ name: url, fingerprint: url, url }];
	}
	const selection = readParameter(context, itemIndex, binaryField, fileSelection);
	const files = await filesOf(context, itemIndex, selection);
	return files.map((file) => ({ name: file.name, fingerprint: file.fingerprint, file }));
}

interface Job {
	run: Run;
	service: Service;
	uploads: Limiter;
	itemIndex: number;
	settings: Settings;
}

function taskFor(job: Job, recording: Recording): Task {
	const { run, itemIndex, settings } = job;
	return async () => {
		const transcript = await transcribeRecording(job, recording);
		const output = { json: transcriptOutput(transcript, settings.simplify) };
		return [
			settings.options.includeInputFields ? includeInput(run.context, itemIndex, output) : output,
		];
	};
}

async function transcribeRecording(
	{ run, service, uploads, itemIndex, settings }: Job,
	recording: Recording,
): Promise<Transcript> {
	const { parameters } = settings;
	const submitted = await submitOnce(service, submissionMemoryOf(run.context), {
		work: workName(run.context, itemIndex, {
			service: service.speechToTextUrl,
			audio: recording.fingerprint,
			parameters,
		}),
		isUpload: 'file' in recording,
		audioUrl: async () =>
			'url' in recording
				? recording.url
				: await uploads(async () => await upload(run, service, recording.file)),
		parameters,
	});
	run.noteTranscript(itemIndex, submitted.id);
	if (settings.waitMode === 'doNotWait') return submitted;
	if (isFinished(submitted)) return finishedTranscript(submitted);
	run.context.sendMessageToUI(`Transcribing ${recording.name} (transcript ${submitted.id})`);
	return await waitForTranscript(service, submitted.id, {
		timeLimitMs: settings.options.timeoutMinutes,
		isHalted: run.isHalted,
	});
}

async function upload(run: Run, service: Service, file: ItemFile): Promise<string> {
	if (run.isHalted()) throw new HaltedError('Another item failed before this one was uploaded');
	const size = file.byteLength === undefined ? '' : ` (${readableSize(file.byteLength)})`;
	run.context.sendMessageToUI(`Uploading ${file.name}${size}`);
	return await uploadFile(service, file.open);
}

function readJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
