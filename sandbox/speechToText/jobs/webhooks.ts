import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';
import type { Speed } from '../../options';
import type { Job } from './job';

const ATTEMPTS = 10;
const REPLY_LIMIT_MS = 10_000;

/**
 * Tells the submitter's server that a job has ended: up to ten attempts until an answer below 300, none
 * after a 4xx (AssemblyAI documentation, Webhooks). Redacted audio is announced by a call of its own.
 */
export async function deliverWebhooks(
	job: Job,
	speed: Speed,
	redactedAudioUrl: string | undefined,
	signal: AbortSignal,
): Promise<void> {
	const { callBackFault } = job;
	if (job.request.webhook_url === undefined) return;
	if (callBackFault === 'early' || callBackFault === 'lost') return;
	const ended = { transcript_id: job.id, status: job.status };
	const calls = callBackFault === 'twice' ? [ended, ended] : [ended];
	const statuses = calls.map(async (body) => await deliver(job, body, speed, signal));
	job.webhookStatusCode = (await Promise.all(statuses)).at(-1) ?? null;
	if (redactedAudioUrl === undefined) return;
	const redacted = { redacted_audio_url: redactedAudioUrl, status: 'redacted_audio_ready' };
	await deliver(job, redacted, speed, signal);
}

/** Where the call-back is to come early, it comes when the job is accepted, and says that the job has ended. */
export async function deliverEarly(job: Job, speed: Speed, signal: AbortSignal): Promise<void> {
	if (job.request.webhook_url === undefined || job.callBackFault !== 'early') return;
	const ended = { transcript_id: job.id, status: 'completed' };
	job.webhookStatusCode = await deliver(job, ended, speed, signal);
}

/** The status of the last answer; null where none came. */
async function deliver(
	job: Job,
	body: unknown,
	speed: Speed,
	signal: AbortSignal,
): Promise<number | null> {
	let status: number | null = null;
	for (let attempt = 1; attempt <= ATTEMPTS && !signal.aborted; attempt += 1) {
		status = (await post(job, body, signal)) ?? status;
		if (status !== null && (status < 300 || (status >= 400 && status < 500))) return status;
		if (attempt < ATTEMPTS) {
			await sleep(speed.webhookRetryMs, undefined, { signal }).catch(() => undefined);
		}
	}
	return status;
}

async function post(job: Job, body: unknown, signal: AbortSignal): Promise<number | undefined> {
	const { webhook_url, webhook_auth_header_name, webhook_auth_header_value } = job.request;
	const secret =
		webhook_auth_header_name != null && webhook_auth_header_value != null
			? { [webhook_auth_header_name]: webhook_auth_header_value }
			: {};
	try {
		const reply = await request(webhook_url ?? '', {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...secret },
			body: JSON.stringify(body),
			signal: AbortSignal.any([signal, AbortSignal.timeout(REPLY_LIMIT_MS)]),
		});
		await reply.body.dump();
		return reply.statusCode;
	} catch {
		return undefined;
	}
}
