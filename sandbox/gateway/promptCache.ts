import { createHash } from 'node:crypto';
import type { ChatMessage } from './chatRequest';

/** Shorter beginnings of a prompt are not cached (AssemblyAI docs, Prompt Caching; some models take 2,048). */
export const MIN_CACHED_TOKENS = 1024;

const LIFETIME_MS = { '5m': 5 * 60_000, '1h': 60 * 60_000 };

export type CacheLifetime = keyof typeof LIFETIME_MS;

/** What a request has read from the cache, and what it has put there. */
export interface CacheUse {
	readTokens: number;
	writtenTokens: number;
	lifetime: CacheLifetime;
}

export const NO_CACHE: CacheUse = { readTokens: 0, writtenTokens: 0, lifetime: '5m' };

/**
 * Remembers beginnings of prompts up to the last message that is marked with `cache_control`, as Claude
 * models do. Other providers cache by themselves; that is not played.
 */
export class PromptCache {
	private readonly entries = new Map<string, number>();

	constructor(private readonly now: () => number = Date.now) {}

	use(
		model: string,
		messages: ReadonlyArray<{ text: string; lifetime: CacheLifetime | undefined }>,
		countTokens: (text: string) => number,
	): CacheUse {
		const last = messages.map(({ lifetime }) => lifetime !== undefined).lastIndexOf(true);
		const beginning = messages.slice(0, last + 1).map(({ text }) => text);
		const tokens = countTokens(beginning.join('\n'));
		const lifetime = messages[last]?.lifetime;
		if (lifetime === undefined || tokens < MIN_CACHED_TOKENS) return NO_CACHE;
		const key = createHash('sha256')
			.update(JSON.stringify([model, beginning]))
			.digest('hex');
		const isKnown = (this.entries.get(key) ?? 0) > this.now();
		this.entries.set(key, this.now() + LIFETIME_MS[lifetime]);
		return isKnown
			? { readTokens: tokens, writtenTokens: 0, lifetime }
			: { readTokens: 0, writtenTokens: tokens, lifetime };
	}

	clear(): void {
		this.entries.clear();
	}
}

/** How long a message shall be kept: a mark may stand on the message or on a part of its content. */
export function cacheLifetime(message: ChatMessage): CacheLifetime | undefined {
	const parts = Array.isArray(message.content) ? message.content : [];
	const mark = message.cache_control ?? parts.map((part) => part.cache_control).find(Boolean);
	return mark && (mark.ttl ?? '5m');
}
