import type { Sandbox } from '../../../../sandbox';

const TRANSCRIPT = /^\/v2\/transcript\/([^/]+)$/;

/** How many jobs the account was asked for, each to be paid. */
export function submissions(sandbox: Sandbox): number {
	return sandbox.requestsTo('POST', '/v2/transcript').length;
}

/** The ids of all transcripts that somebody has looked at. */
export function seenTranscripts(sandbox: Sandbox): string[] {
	const looks = sandbox.requestsTo('GET', TRANSCRIPT);
	return looks.flatMap(({ path }) => TRANSCRIPT.exec(path)?.[1] ?? []);
}
