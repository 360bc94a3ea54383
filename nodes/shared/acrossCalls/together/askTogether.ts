import type { ChatAnswer } from '../../api/chatCompletions';
import { askModel } from '../../gateway/askModel';
import type { ModelSettings } from '../../gateway/chatRequest';
import type { GatewaySession } from '../../gateway/gatewaySession';
import { withThoughts } from '../../gateway/models/reasoning';
import { cutOff, empty, refuseDeclined, saidInstead, unusable } from '../../gateway/replyErrors';
import { tokensOfMessages } from '../../gateway/tokens';
import type { Question } from '../../questions/question';
import type { Unit } from './entry';
import { replyTokens } from './portions';
import { readTogether } from './readTogether';
import type { Theme } from './theme';
import { themesOf } from './themesOf';
import { togetherMessages, togetherSchema } from './togetherPrompt';

export interface TogetherInquiry {
	question: Question;
	settings: ModelSettings;
	systemPrompt: string;
}

/** The answers of many calls to one question as one. */
export interface Together {
	answer: string | null;
	themes: Theme[];
	/** What had to be left out. */
	faults: string[];
	/** The models that put them together. */
	models: string[];
}

/** A second request where the first gave nothing that can be used, or themes that cannot be traced. */
const MAX_ROUNDS = 2;

/**
 * Has a model put the answers of some calls together in one request. Themes that cannot be traced to what was
 * given are asked for again once, and then left out.
 * @throws ApiError and ConnectionError of the request; InvalidReplyError when the model declined, was cut off or
 * did not answer in the form asked for, even when asked again
 */
export async function askTogether(
	gateway: GatewaySession,
	inquiry: TogetherInquiry,
	units: readonly Unit[],
): Promise<Together> {
	let best: Together | undefined;
	for (let round = 1; ; round++) {
		const said = await askOnce(gateway, inquiry, units);
		refuseDeclined(said);
		if (said.isCutOff) throw cutOff(said);
		const reply = readTogether(said.text);
		if (reply) {
			const { themes, faults } = themesOf(reply, units);
			const answer = reply.answer === '' ? null : reply.answer;
			const together = { answer, themes, faults, models: [said.model] };
			if (faults.length === 0 && answer !== null) return together;
			// Of two that are not quite right the one that leaves out less.
			if (!best || themes.length >= best.themes.length) best = together;
		}
		if (round < MAX_ROUNDS) continue;
		if (best) return best;
		throw said.text.trim() === ''
			? empty(said, true)
			: unusable(said, [`it ${saidInstead(said.text)}`]);
	}
}

async function askOnce(
	gateway: GatewaySession,
	{ question, settings, systemPrompt }: TogetherInquiry,
	units: readonly Unit[],
): Promise<ChatAnswer> {
	const messages = togetherMessages(question, units, systemPrompt);
	const entries = units.reduce((sum, unit) => sum + unit.entries.length, 0);
	return await askModel(gateway, settings, {
		messages,
		json: true,
		format: togetherSchema,
		automaticTokens: withThoughts(replyTokens(entries), settings.reasoningEffort),
		promptTokens: tokensOfMessages(messages),
	});
}
