import type { Question } from './prompt';
import type { Sentence } from './transcriptLines';

export type Role = 'agent' | 'customer';

const SOUNDS_LIKE: Record<Role, RegExp[]> = {
	agent: [
		/\bthank(s| you) for (calling|contacting|reaching|holding|your call)/i,
		/\bhow (can|may|could) i (help|assist)/i,
		/\bi can (help|assist) (you )?with that/i,
		/\blet me (check|look|see|pull|find|confirm|book)/i,
		/\b(is there )?anything else (i can|you need)/i,
		/\b(may|can|could) i (have|get|take) your (name|number|email|address|order|account|phone|registration)/i,
		/\bwe (offer|have|can|recommend|also|provide|charge)\b/i,
		/\b(i['’]?ll|i will|i can|we['’]?ll) (send|book|e-?mail|arrange|transfer|put|schedule|set) /i,
		/\bwould you like (me|us|to)\b/i,
		/\bhave a (great|nice|good|lovely|wonderful) (day|one|evening|weekend|drive)/i,
	],
	customer: [
		/\bi(['’]d| would) (like|love)\b/i,
		/\bi (want|need)(ed)? (to|a|an|the)\b/i,
		/\bmy (car|order|account|bill|subscription|phone|contract|package|computer|house|insurance|navigation|vehicle|system|invoice)\b/i,
		/\bi(['’]m| am) (calling|interested|looking|wondering|having)\b/i,
		/\bi was (wondering|charged|told|looking)\b/i,
		/\bhow much\b/i,
		/\b(do|can|could) you (tell|send|check|help|explain|have|offer|guys)\b/i,
		/\bi (bought|ordered|paid|received|got|saw|read|own|drive)\b/i,
	],
};

const NAMED: Record<Role, RegExp> = {
	agent:
		/\b(agent|representative|rep|advis[eo]r|salesperson|salesman|saleswoman|seller|operator|employee|consultant|support|assistant|staff)(['’]s)?\b/i,
	customer: /\b(customer|caller|client|buyer|prospect|lead|patient|guest|user|owner)(['’]s)?\b/i,
};

/** Who is agent and who is customer, told from what each says; a role that nobody fits is left out. */
export function findRoles(sentences: Sentence[]): Partial<Record<Role, string>> {
	const speakers = [...new Set(sentences.flatMap(({ speaker }) => speaker ?? []))];
	const named = (role: Role) => speakers.find((speaker) => NAMED[role].test(speaker));
	const ranked = speakers
		.map((speaker) => ({ speaker, lean: leanOf(sentences, speaker) }))
		.sort((a, b) => b.lean - a.lean);
	const [first, last] = [ranked[0], ranked[ranked.length - 1]];
	const tell = first && last && first.lean > last.lean;
	const agent = named('agent') ?? (tell ? first.speaker : undefined);
	const customer = named('customer') ?? (tell ? last.speaker : undefined);
	return { ...(agent && { agent }), ...(customer && customer !== agent && { customer }) };
}

const EVERYBODY = /\b(whole|entire|both|all speakers|everybody|everyone)\b/i;
const THE_CALL = /\b(call|conversation)\b/i;

/**
 * The role a question is about: the one it names as an owner, else the first it names, else the one of its
 * context; none where it asks for everybody.
 */
export function roleAskedFor({ question, context }: Question): Role | undefined {
	const named = roleNamedIn(question);
	if (named !== undefined || THE_CALL.test(question)) return named;
	if (EVERYBODY.test(`${question} ${context ?? ''}`)) return undefined;
	return onlyRoleNamedIn(context ?? '');
}

/** Sentences of one role. Plain text has no speakers: there, what sounds like the other role is left out. */
export function sentencesOfRole(sentences: Sentence[], role: Role | undefined): Sentence[] {
	if (role === undefined) return sentences;
	const speaker = findRoles(sentences)[role];
	if (speaker !== undefined) return sentences.filter((sentence) => sentence.speaker === speaker);
	if (sentences.some((sentence) => sentence.speaker !== null)) return sentences;
	const other = role === 'agent' ? 'customer' : 'agent';
	const kept = sentences.filter(({ text }) => !SOUNDS_LIKE[other].some((sign) => sign.test(text)));
	return kept.length > 0 ? kept : sentences;
}

function leanOf(sentences: Sentence[], speaker: string): number {
	const said = sentences.filter((sentence) => sentence.speaker === speaker);
	const count = (role: Role) =>
		said.reduce(
			(sum, { text }) => sum + SOUNDS_LIKE[role].filter((sign) => sign.test(text)).length,
			0,
		);
	return count('agent') - count('customer');
}

function roleNamedIn(text: string): Role | undefined {
	const agent = NAMED.agent.exec(text);
	const customer = NAMED.customer.exec(text);
	if (!agent || !customer) return agent ? 'agent' : customer ? 'customer' : undefined;
	const owner =
		[agent, customer].find((match) => match[2] !== undefined) ?? firstOf(agent, customer);
	return owner === agent ? 'agent' : 'customer';
}

function firstOf(left: RegExpExecArray, right: RegExpExecArray): RegExpExecArray {
	return left.index < right.index ? left : right;
}

function onlyRoleNamedIn(text: string): Role | undefined {
	const agent = NAMED.agent.test(text);
	return agent === NAMED.customer.test(text) ? undefined : agent ? 'agent' : 'customer';
}
