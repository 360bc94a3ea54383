import type { ChatAnswer } from '../api/chatCompletions';
import { answerAmong, type AnsweredQuestion, type Facts } from './answerEntry';
import { askModel } from '../gateway/askModel';
import { EvidenceFinder } from '../evidence/evidence';
import type { GatewaySession } from '../gateway/gatewaySession';
import type { IndexedQuestion } from './questionPrompt';
import {
	indexed,
	inRequestsOf,
	questionRequest,
	questionsPerRequest,
	type Inquiry,
} from './questionRequest';
import { readCutOffReply, readReply } from './reply/readReply';
import type { ReplyEntry } from './reply/replyEntry';
import { cutOff, empty, refuseDeclined, saidInstead, unusable } from '../gateway/replyErrors';
import { ANY_YEAR, ToldYears, type YearSource } from './values/toldYears';

export interface Answers {
	answered: AnsweredQuestion[];
	/** The model that answered. */
	model: string;
	/** All that did, where questions went out in several requests. */
	models: string[];
	requestId: string | undefined;
	usage: { inputTokens: number; outputTokens: number };
}

/** One request in the normal case, a second one for the questions whose answers could not be used. */
const MAX_ROUNDS = 2;

/**
 * Asks all questions about one transcript and returns an answer for each, in their order. They go into one
 * request, unless they are more than the model can answer in one.
 * @throws ApiError and ConnectionError of the request; InvalidReplyError when the model declined, was cut off
 * or did not answer in the form asked for, even when asked again
 */
export async function answerQuestions(gateway: GatewaySession, inquiry: Inquiry): Promise<Answers> {
	const { questions, source, giveWay = async () => undefined } = inquiry;
	// Only once there is a reply: what is built of a transcript is as large as the transcript, and waits for no model.
	let facts: Facts | undefined;
	const factsToCheckBy = async (): Promise<Facts> =>
		(facts ??= {
			finder: await EvidenceFinder.prepared(source.words, giveWay),
			years: toldYears(inquiry),
		});
	const answered = new Map<number, AnsweredQuestion>();
	const usage = { inputTokens: 0, outputTokens: 0 };
	const models = new Set<string>();
	const portion = await questionsPerRequest(gateway, inquiry);
	let open: IndexedQuestion[] = indexed(questions);
	for (let round = 1; ; round++) {
		const problems: string[] = [];
		const unanswered: IndexedQuestion[] = [];
		let last: ChatAnswer | undefined;
		for (const asked of inRequestsOf(open, portion)) {
			last = await askOnce(gateway, inquiry, asked);
			usage.inputTokens += last.inputTokens;
			usage.outputTokens += last.outputTokens;
			models.add(last.model);
			refuseDeclined(last);
			const entries = entriesOf(last);
			const stranger = entries?.find(({ index }) => !asked.some((one) => one.index === index));
			// A model that counts in its own way gives each answer to the wrong question, so none is used.
			const usable = stranger ? undefined : entries;
			for (const one of asked) {
				const result = answerAmong(usable ?? [], one, await factsToCheckBy());
				await giveWay();
				if (typeof result !== 'string') answered.set(one.index, result);
				else {
					unanswered.push(one);
					if (usable) problems.push(result);
				}
			}
			if (stranger) problems.push(`it answered a question ${stranger.index}, which was not asked`);
			if (!entries) problems.push(`it ${saidInstead(last.text)}`);
			const isLastTry = round === MAX_ROUNDS || (entries ?? []).length === 0;
			if (last.isCutOff && isLastTry && unanswered.length > 0) throw cutOff(last);
		}
		if (unanswered.length === 0 || !last) {
			return {
				answered: questions.flatMap((_, i) => answered.get(i + 1) ?? []),
				model: last?.model ?? inquiry.settings.model,
				models: [...models],
				requestId: last?.requestId,
				usage,
			};
		}
		if (round === MAX_ROUNDS) {
			throw last.text.trim() === '' ? empty(last, true) : unusable(last, problems);
		}
		open = unanswered;
	}
}

async function askOnce(
	gateway: GatewaySession,
	inquiry: Inquiry,
	asked: IndexedQuestion[],
): Promise<ChatAnswer> {
	return await askModel(gateway, inquiry.settings, questionRequest(inquiry, asked));
}

/** The entries of a reply as far as they are certainly whole; `undefined` when it is not what was asked for. */
function entriesOf({ text, isCutOff }: ChatAnswer): ReplyEntry[] | undefined {
	return isCutOff ? readCutOffReply(text) : readReply(text);
}

/** The years that a date may have: any where the day of the recording is known, else those that were told. */
function toldYears({ source, questions, systemPrompt, recordingDate }: Inquiry): YearSource {
	const isNeeded = questions.some(({ answerType }) => answerType === 'date');
	if (!isNeeded || recordingDate !== undefined) return ANY_YEAR;
	return new ToldYears([...source.words.map(({ text }) => text), systemPrompt].join(' '));
}
