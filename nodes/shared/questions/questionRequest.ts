import { longestAnswer } from '../api/models';
import type { ChatContent, ModelSettings } from '../gateway/chatRequest';
import type { GatewaySession } from '../gateway/gatewaySession';
import { leftForAnswer, withThoughts } from '../gateway/models/reasoning';
import type { Source } from '../gateway/source';
import { tokensOfMessages } from '../gateway/tokens';
import { promptMessages, type IndexedQuestion } from './questionPrompt';
import type { Question } from './question';
import { replySchema } from './reply/replySchema';

export interface Inquiry {
	source: Source;
	questions: Question[];
	settings: ModelSettings;
	/** Whether each answer comes with a reason and a quote. */
	evidence: boolean;
	systemPrompt: string;
	/** The day on which the recording was made, as YYYY-MM-DD, from which a model works out "next Tuesday". */
	recordingDate?: string | undefined;
	/** Lets others in the same process go on between two pieces of work. */
	giveWay?: () => Promise<void>;
}

/** The service's own default of 1000 cuts the answers to more than two or three questions. */
const TOKENS_FOR_ANY_REPLY = 500;
const TOKENS_PER_QUESTION = 250;
const MIN_TOKENS = 2_000;

/** What is sent to ask these of the questions about a source. */
export function questionRequest(
	{ source, questions, settings, evidence, systemPrompt, recordingDate }: Inquiry,
	asked: IndexedQuestion[],
): ChatContent {
	const messages = promptMessages({
		transcript: source.text,
		questions: asked,
		among: questions,
		systemPrompt,
		evidence,
		recordingDate,
	});
	const sentTokens = tokensOfMessages(messages);
	return {
		messages,
		json: true,
		format: replySchema(evidence),
		automaticTokens: withThoughts(automaticTokens(asked.length), settings.reasoningEffort),
		promptTokens: sentTokens + (source.text === undefined ? source.tokens : 0),
		...(source.text === undefined && { transcriptId: source.transcriptId }),
	};
}

/** What asking all questions once takes, without sending anything: the tokens are estimated from the prompt. */
export async function plannedRequests(
	gateway: GatewaySession,
	inquiry: Inquiry,
): Promise<{ requests: number; inputTokens: number }> {
	const portion = await questionsPerRequest(gateway, inquiry);
	const tokens = inRequestsOf(indexed(inquiry.questions), portion).map(
		(asked) => questionRequest(inquiry, asked).promptTokens,
	);
	return { requests: tokens.length, inputTokens: tokens.reduce((sum, one) => sum + one, 0) };
}

/** The questions with the numbers by which answers name them. */
export function indexed(questions: readonly Question[]): IndexedQuestion[] {
	return questions.map((question, i) => ({ index: i + 1, question }));
}

function automaticTokens(questionCount: number): number {
	return Math.max(MIN_TOKENS, TOKENS_FOR_ANY_REPLY + TOKENS_PER_QUESTION * questionCount);
}

/** As many as the model can answer at once by its own limit; who sets a limit decides for one request. */
export async function questionsPerRequest(
	{ models }: GatewaySession,
	{ settings }: Pick<Inquiry, 'settings'>,
): Promise<number> {
	if (settings.maxTokens > 0) return Number.POSITIVE_INFINITY;
	await models.read();
	const most = leftForAnswer(longestAnswer(models.of(settings.model)), settings.reasoningEffort);
	return Math.max(1, Math.floor((most - TOKENS_FOR_ANY_REPLY) / TOKENS_PER_QUESTION));
}

/** Portions of about the same size, none larger than `most`. */
export function inRequestsOf<T>(list: T[], most: number): T[][] {
	const count = Math.ceil(list.length / most) || 1;
	const size = Math.ceil(list.length / count);
	return Array.from({ length: count }, (_, i) => list.slice(i * size, (i + 1) * size));
}
