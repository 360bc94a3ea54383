import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { AssemblyAiError } from '../../shared/api/errors/AssemblyAiError';
import { InputError } from '../../shared/api/errors/InputError';
import { HaltedError } from '../../shared/api/errors/HaltedError';
import type { Service } from '../../shared/api/service';
import { limiterOf } from '../../shared/limiter';
import { includeInput } from '../../shared/n8n/includeInput';
import type { NodeOperation } from '../../shared/n8n/nodeOperations';
import { readParameter } from '../../shared/n8n/parameters';
import type { Output, Run } from '../../shared/n8n/runItems';
import { serviceOf } from '../../shared/n8n/service';
import { transcriptId, transcriptLocator } from '../../shared/n8n/transcriptLocator';
import { outcomeOf } from '../../shared/outcome';
import { answersOutput } from '../../shared/questions/answersOutput';
import { askQuestions as ask } from '../../shared/questions/askQuestions';
import { Gateway } from '../../shared/questions/gateway';
import { sourceOfText, sourceOfTranscript, type Source } from '../../shared/questions/source';
import { waitForTranscript } from '../../shared/transcript/waitForTranscript';
import { askOptions, askOptionsField, modelField, modelId } from './modelFields';
import { questionsOf, questionSourceFields } from './questionSourceFields';

/** Few, but enough to use the limit of 30 requests a minute when an answer takes ten seconds. */
const REQUESTS_AT_ONCE = 5;

/** A transcript that is still being made is waited for as long as Transcribe would by default. */
const WAIT_FOR_TRANSCRIPT_MS = 60 * 60 * 1000;

const sourceField: INodeProperties = {
	displayName: 'Transcript Source',
	name: 'transcriptSource',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Text',
			value: 'text',
			description: 'Any text; quotes are looked up in it, but have no speaker and time',
		},
		{
			name: 'Transcript ID',
			value: 'transcriptId',
			description: 'A transcript made by AssemblyAI; quotes come with speaker and time',
		},
	],
	default: 'transcriptId',
	description: 'What the questions are about',
};

const textField: INodeProperties = {
	displayName: 'Transcript Text',
	name: 'transcriptText',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.text }}',
	displayOptions: { show: { transcriptSource: ['text'] } },
	description: 'The text to ask about',
};

const locatorField: INodeProperties = {
	...transcriptLocator,
	displayOptions: { show: { transcriptSource: ['transcriptId'] } },
};

const nonEmptyText = z.string().refine((text) => text.trim() !== '', 'it is empty');

export const askQuestions: NodeOperation = {
	value: 'askQuestions',
	name: 'Ask Questions',
	description: 'Answer a list of questions about a transcript, each with its reason and a quote',
	action: 'Ask questions about a transcript',
	fields: [
		sourceField,
		locatorField,
		textField,
		...questionSourceFields,
		modelField,
		askOptionsField,
	],
	async run(run) {
		const { context } = run;
		const service = await serviceOf(context);
		const gateway = new Gateway(service);
		const atOnce = limiterOf(REQUESTS_AT_ONCE);
		const answerItem = async (itemIndex: number, subject: Subject): Promise<Output[]> => {
			const questions = questionsOf(context, itemIndex);
			const options = readParameter(context, itemIndex, askOptionsField, askOptions);
			const model = readParameter(context, itemIndex, modelField, modelId, { extractValue: true });
			const source = await sourceOf(run, service, subject);
			const answers = await atOnce(async () => {
				if (run.isHalted()) throw new HaltedError('Another item failed');
				context.sendMessageToUI(progressText(questions.length, source));
				return await ask(gateway, {
					source,
					questions,
					settings: { ...options, model },
					evidence: options.evidence,
					systemPrompt: options.systemPrompt,
				});
			});
			const output = { json: answersOutput(answers, source, options) };
			return [options.includeInputFields ? includeInput(context, itemIndex, output) : output];
		};
		return async (itemIndex) => {
			const subject = readSubject(context, itemIndex);
			const task = async () => {
				const outcome = await outcomeOf(answerItem(itemIndex, subject));
				if (outcome.ok) return outcome.value;
				if (outcome.error instanceof AssemblyAiError) {
					outcome.error.addFacts({ transcriptId: subject.transcriptId });
				}
				throw outcome.error;
			};
			return [task];
		};
	},
};

/** What is asked about, as the item names it. */
type Subject =
	| { transcriptId: string; text?: undefined }
	| { transcriptId?: undefined; text: string };

function readSubject(context: IExecuteFunctions, itemIndex: number): Subject {
	const kind = readParameter(context, itemIndex, sourceField, z.enum(['transcriptId', 'text']));
	return kind === 'text'
		? { text: readParameter(context, itemIndex, textField, nonEmptyText) }
		: {
				transcriptId: readParameter(context, itemIndex, locatorField, transcriptId, {
					extractValue: true,
				}),
			};
}

async function sourceOf({ isHalted }: Run, service: Service, subject: Subject): Promise<Source> {
	if (subject.text !== undefined) return sourceOfText(subject.text);
	const id = subject.transcriptId;
	const transcript = await waitForTranscript(service, id, {
		timeLimitMs: WAIT_FOR_TRANSCRIPT_MS,
		isHalted,
	});
	if (transcript.text?.trim()) return sourceOfTranscript(transcript);
	throw new InputError('The transcript has no text: nobody speaks in the recording', {
		transcriptId: id,
		status: transcript.status,
		hint: 'Leave such recordings out before this node, or use its error output.',
	});
}

function progressText(count: number, { transcriptId: id }: Source): string {
	const what = count === 1 ? '1 question' : `${count} questions`;
	return `Asking ${what} about ${id === undefined ? 'the text' : `transcript ${id}`}`;
}
