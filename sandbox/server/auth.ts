import { timingSafeEqual } from 'node:crypto';

export type Authorization = 'valid' | 'invalid' | 'absent';

/**
 * Speech-to-text takes the raw key only; the LLM Gateway also takes it after `Bearer`
 * (AssemblyAI API reference, Authentication; published observations of the Gateway, September 2026).
 */
export function judgeAuthorization(
	header: string | undefined,
	apiKey: string,
	api: 'speechToText' | 'gateway',
): Authorization {
	if (header === undefined || header === '') return 'absent';
	const key = api === 'gateway' ? header.replace(/^Bearer /i, '') : header;
	return sameText(key, apiKey) ? 'valid' : 'invalid';
}

function sameText(left: string, right: string): boolean {
	const [a, b] = [Buffer.from(left), Buffer.from(right)];
	return a.length === b.length && timingSafeEqual(a, b);
}
