import type { ChatMessage } from '../api/chatCompletions';

const BYTES_PER_TOKEN = 4;

/**
 * About how many tokens a text is: tokenizers differ, but four bytes of UTF-8 come close for most languages
 * (English has about four letters to a token, Chinese one character of three bytes).
 */
export function estimateTokens(text: string): number {
	return Math.ceil(new TextEncoder().encode(text).length / BYTES_PER_TOKEN);
}

/** About how many tokens a prompt is. */
export function tokensOfMessages(messages: readonly ChatMessage[]): number {
	return estimateTokens(messages.map(({ content }) => content).join('\n'));
}
