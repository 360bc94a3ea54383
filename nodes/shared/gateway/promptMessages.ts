import type { ChatMessage } from '../api/chatCompletions';
import { InputError } from '../api/core/errors';
import { fencedTranscript, LIKE_THE_TAG, TRANSCRIPT_TAG, withoutMarkup, withoutTag } from './fence';
import type { Source } from './source';

export interface PromptText {
	source: Source;
	prompt: string;
	/** Instructions of the user: added to the node's own, or where it has none, all that there are. */
	systemPrompt: string;
}

export interface PromptMessages {
	messages: ChatMessage[];
	/** The transcript whose text the service puts in place of the tag. */
	transcriptId: string | undefined;
	/** Whether the model gets to read what the prompt is about. */
	hasSource: boolean;
}

/** The transcript between its marks, the prompt after it, and the node's instructions before both. */
export function fencedMessages(
	{ source, prompt, systemPrompt }: PromptText,
	instructions: readonly string[],
): PromptMessages {
	const own = withoutTag(systemPrompt).trim();
	const request = withoutMarkup(prompt.replace(LIKE_THE_TAG, 'the transcript'));
	return {
		messages: [
			{ role: 'system', content: [...instructions, ...(own ? [own] : [])].join('\n') },
			{
				role: 'user',
				content: `${fencedTranscript(source.text)}\n\n<request>\n${request}\n</request>`,
			},
		],
		transcriptId: source.text === undefined ? source.transcriptId : undefined,
		hasSource: true,
	};
}

/**
 * What the user typed and nothing else, as a script of one's own would send it. The tag is the service's to
 * replace; for a text of an earlier node, which the service does not know, it is replaced here.
 * @throws InputError for a tag that the service would not know, since the model would then read only the tag
 */
export function exactMessages({ source, prompt, systemPrompt }: PromptText): PromptMessages {
	const messages: ChatMessage[] = [
		...(systemPrompt.trim() ? [{ role: 'system' as const, content: systemPrompt }] : []),
		{ role: 'user', content: prompt },
	];
	const tagged = messages.find(({ content }) => content.includes(TRANSCRIPT_TAG));
	if (!tagged) {
		for (const { content } of messages) refuseLikeness(content);
		return { messages, transcriptId: undefined, hasSource: isQuotedIn(prompt, source) };
	}
	const { transcriptId, text } = source;
	if (transcriptId === undefined && text !== undefined) {
		// As a function, because a text may hold what `replace` takes for a reference.
		tagged.content = tagged.content.replace(TRANSCRIPT_TAG, () => text);
	}
	return { messages, transcriptId, hasSource: true };
}

function refuseLikeness(content: string): void {
	const [likeness] = content.match(LIKE_THE_TAG) ?? [];
	if (likeness === undefined) return;
	throw new InputError(`AssemblyAI does not take ${likeness} for the transcript`, {
		hint: `Write ${TRANSCRIPT_TAG}, in small letters and with one space on either side.`,
	});
}

/** So many words in a row are no chance. */
const TELLING_WORDS = 5;

/** Whether the prompt holds the source already, as where an expression has put its text there. */
function isQuotedIn(prompt: string, { words }: Source): boolean {
	const opening = words.slice(0, TELLING_WORDS).map(({ text }) => text);
	return opening.length > 0 && prompt.includes(opening.join(' '));
}
