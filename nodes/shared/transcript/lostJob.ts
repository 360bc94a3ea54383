import { AssemblyAiError, CanceledError, ConnectionError } from '../api/core/errors';
import type { Service } from '../api/core/service';
import { MAX_PER_PAGE, READ_TIMEOUT_MS, transcriptPages, type Listed } from '../api/transcripts';
import { outcomeOf } from '../outcome';

/**
 * How long the service may need to show in the list what it took, or to take what it was sent while nobody waits
 * for its reply any more. Not documented; seen so far is at once. Sending again too early is paid twice.
 */
const LISTED_WITHIN_MS = 120_000;
const FIRST_PAUSE_MS = 2_000;
const MAX_PAUSE_MS = 30_000;
/** How far back a job is looked for: beyond any job that an account can submit in the time between. */
const MAX_PAGES = 25;
/** The service's clock and ours need not agree. */
const CLOCKS_MAY_DIFFER_MS = 10 * 60 * 1000;
const MAX_CANDIDATES_NAMED = 5;

/** What was sent and may have become a job. */
export interface Sent {
	audioUrl: string;
	at: number;
}

/**
 * The id of the job for what was sent, if the service took it and it did not end in an error.
 * @throws ConnectionError when the list cannot be read, and for a URL of the user's own that has transcripts:
 * which of them is ours cannot be told
 */
export async function findLostJob(
	service: Service,
	{ isUpload }: { isUpload: boolean },
	sent: Sent,
	lostReply?: unknown,
): Promise<string | undefined> {
	const list = await outcomeOf(listSince(service, sent));
	if (!list.ok) throw unknowable(list.error, sent.audioUrl);
	const [newest] = list.value;
	if (newest === undefined) return undefined;
	if (!isUpload) throw uncertain(lostReply, list.value);
	return newest.id;
}

/** Looks at once, and again until the job can be expected to show if there is one. */
async function listSince(service: Service, sent: Sent): Promise<Listed[]> {
	const { clock, signal } = service;
	// In an earlier try, the reply was given up at the latest when the time for it was over.
	const until = Math.min(clock.now(), sent.at + READ_TIMEOUT_MS) + LISTED_WITHIN_MS;
	for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, MAX_PAUSE_MS)) {
		const lookedAt = clock.now();
		const found = await listedFor(service, sent);
		// A look that began before the time was up and took long says nothing about what showed meanwhile.
		if (found.length > 0 || lookedAt >= until) return found;
		await clock.sleep(Math.max(0, Math.min(pause, until - clock.now())), signal);
	}
}

/** Jobs of a URL, newest first, from the first page that has any back to the time of sending. */
async function listedFor(service: Service, { audioUrl, at }: Sent): Promise<Listed[]> {
	let pages = 0;
	for await (const { transcripts } of transcriptPages(service, { limit: MAX_PER_PAGE })) {
		// One that ended in an error is not it, even of the same upload: it may be there before the lost one is.
		const found = transcripts.filter(
			(listed) => listed.audio_url === audioUrl && listed.status !== 'error',
		);
		if (found.length > 0) return found;
		const oldest = transcripts.at(-1);
		const isTooOld = oldest && createdAt(oldest) < at - CLOCKS_MAY_DIFFER_MS;
		if (isTooOld || ++pages === MAX_PAGES) return [];
	}
	return [];
}

/** The list's times are in UTC, without saying so. */
function createdAt({ created }: Listed): number {
	const hasZone = /(Z|[+-]\d\d:\d\d)$/.test(created ?? '');
	const time = Date.parse(hasZone ? (created ?? '') : `${created}Z`);
	return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
}

function unknowable(error: unknown, audioUrl: string): unknown {
	if (error instanceof CanceledError || !(error instanceof AssemblyAiError)) return error;
	return new ConnectionError(
		`AssemblyAI's reply to the submission was lost, and the list of transcripts could not be read: ${error.message}`,
		'lost',
		{
			status: error.facts.status,
			requestId: error.facts.requestId,
			hint: `Retry this execution: the job is looked for before anything is sent again. Its audio_url at AssemblyAI is ${audioUrl}.`,
		},
	);
}

function uncertain(lostReply: unknown, candidates: Listed[]): AssemblyAiError {
	const named = candidates
		.slice(0, MAX_CANDIDATES_NAMED)
		.map(({ id, status, created }) => `${id} (${status}${created ? `, created ${created}` : ''})`);
	const cause = lostReply instanceof Error ? lostReply.message : 'it was in an earlier try';
	return new ConnectionError(
		`AssemblyAI's reply to the submission was lost, and it cannot be told whether the job was accepted: ${cause}`,
		'lost',
		{
			transcriptId: candidates[0]?.id,
			hint: `The account has these transcripts of the same URL: ${named.join(', ')}. If one was made just now, fetch it with the operation Get; else execute the workflow anew, since a retry would find the same.`,
		},
	);
}
