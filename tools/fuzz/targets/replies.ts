import fc from 'fast-check';
import { createChatCompletion } from '../../../nodes/shared/api/chatCompletions';
import { listModels } from '../../../nodes/shared/api/models';
import type { Service } from '../../../nodes/shared/api/core/service';
import {
	getParagraphs,
	getSentences,
	searchWords,
} from '../../../nodes/shared/api/transcriptParts';
import { getTranscript, listTranscripts } from '../../../nodes/shared/api/transcripts';
import { sourceOfTranscript } from '../../../nodes/shared/gateway/source';
import { outcomeOf } from '../../../nodes/shared/outcome';
import { talkMetricsOf } from '../../../nodes/shared/talkMetrics/talkMetrics';
import { markdownOf, plainTextOf } from '../../../nodes/shared/transcript/documents';
import {
	outputForAgent,
	transcriptOutput,
} from '../../../nodes/shared/transcript/transcriptOutput';
import { ID, textReply } from '../../../test/support/unit/replies';
import { scripted } from '../../../test/support/unit/services/service';
import { asBody } from '../inputs';
import { expectOwnError, expectPlain, inTime } from '../invariants';
import type { Target } from '../target';

const word = { text: 'Hello.', start: 0, end: 900, confidence: 0.9, speaker: 'A' };
const utterance = { speaker: 'A', text: 'Hello.', start: 0, end: 900, words: [word, word] };
const transcript = {
	...{ id: ID, status: 'completed', text: 'Hello.', audio_duration: 3, language_code: 'en' },
	...{ words: [word], utterances: [utterance, { ...utterance, speaker: 'B' }] },
	...{ error: null, confidence: 0.9, metadata: { warnings: [{ message: 'quiet' }] } },
};
const status = fc.constantFrom(200, 200, 200, 202, 204, 301, 400, 401, 404, 422, 429, 500);

/** A reply of the service to one request, which is not sent again. */
function reply(
	name: string,
	document: unknown,
	read: (service: Service) => Promise<unknown>,
): Target {
	return {
		name,
		property: fc.asyncProperty(asBody(document), status, async (text, code) => {
			const { service } = scripted([], { always: textReply(code, text) });
			const outcome = await inTime(async () => await outcomeOf(read(service)));
			if (outcome.ok) expectPlain(outcome.value);
			else expectOwnError(outcome.error);
		}),
	};
}

export const replyTargets: Target[] = [
	reply('a transcript', transcript, async (service) => {
		const read = await getTranscript(service, ID, 'never');
		const turns = read.utterances ?? [];
		return [
			...[transcriptOutput(read, true), transcriptOutput(read, false), outputForAgent(read)],
			...[talkMetricsOf(read), plainTextOf(turns), markdownOf(read, turns)],
			sourceOfTranscript(read).words.length,
		];
	}),
	reply(
		'a page of the list',
		{
			page_details: { prev_url: null, limit: 10 },
			transcripts: [{ id: ID, status: 'completed', created: '2026-01-01', audio_url: 'x' }],
		},
		async (service) => await listTranscripts(service, { limit: 10 }),
	),
	reply(
		'sentences',
		{ sentences: [{ text: 'Hello.', start: 0, end: 900, words: [word], speaker: 'A' }] },
		async (service) => await getSentences(service, ID),
	),
	reply(
		'paragraphs',
		{ paragraphs: [{ text: 'Hello.', start: 0, end: 900, words: [word] }] },
		async (service) => await getParagraphs(service, ID),
	),
	reply(
		'a search for words',
		{
			id: ID,
			total_count: 1,
			matches: [{ text: 'hi', count: 1, timestamps: [[0, 9]], indexes: [0] }],
		},
		async (service) => await searchWords(service, ID, ['hi']),
	),
	reply(
		'the list of models',
		{ data: [{ id: 'a', created: 0, context_length: 9, pricing: { input: 1 } }] },
		async (service) => await listModels(service),
	),
	reply(
		'an answer of a model',
		{
			request_id: 'r',
			model: 'm',
			choices: [{ message: { role: 'assistant', content: 'Hello.' }, finish_reason: 'stop' }],
			usage: { input_tokens: 1, output_tokens: 1 },
		},
		async (service) =>
			await createChatCompletion(service, { model: 'm', messages: [], max_tokens: 9 }, 'never'),
	),
];
