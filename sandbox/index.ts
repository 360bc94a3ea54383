import { AudioMeter } from './audio/measure';
import { makeControls } from './controls/controls';
import { PromptCache } from './gateway/promptCache';
import { RateLimit } from './gateway/rateLimit';
import { FaultList, type FaultRule } from './faults/faults';
import {
	DISK_LIMIT_BYTES,
	EXAMPLE_RECORDINGS,
	INSTANT,
	type SandboxOptions,
	type Speed,
} from './options';
import { RecordingShelf } from './recordings/recordings';
import { RequestLog, type LoggedRequest } from './server/requestLog';
import { buildServer } from './server/server';
import { JobRunner } from './speechToText/jobs/jobRunner';
import { RedactedAudioLinks } from './speechToText/documents/redactedAudioLinks';
import { hasRedactedAudio } from './speechToText/subresourceRoutes';
import { deliverEarly, deliverWebhooks } from './speechToText/jobs/webhooks';
import { UploadStore } from './recordings/uploads';
import { portOf } from './server/portOf';

export type { Fault, FaultRule } from './faults/faults';
export type { SandboxOptions, Speed } from './options';
export type { LoggedRequest } from './server/requestLog';

export interface Sandbox {
	/** Both APIs on one origin, without a slash at the end. */
	readonly url: string;
	readonly apiKey: string;
	/** In the order in which they were answered. */
	readonly requests: readonly LoggedRequest[];
	requestsTo(method: string, path: string | RegExp): LoggedRequest[];
	/** Arms a fault. */
	fail(fault: FaultRule): void;
	clearFaults(): void;
	/** Changes the speed of the running service; what is left out stays. */
	setSpeed(change: Partial<Speed>): void;
	/** Forgets requests, faults, transcripts and uploads. */
	reset(): void;
	close(): Promise<void>;
}

/**
 * Starts a loopback stand-in for AssemblyAI's speech-to-text API and LLM Gateway.
 * Rejects when the port is taken or a transcript file of a recordings folder cannot be read.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const apiKey = options.apiKey ?? 'sandbox-key';
	const host = options.host ?? '127.0.0.1';
	const speed: Speed = { ...INSTANT, ...options.speed };
	const recordings = await RecordingShelf.open(options.recordingsFolders ?? [EXAMPLE_RECORDINGS]);
	const uploads = await UploadStore.open(
		options.diskLimitBytes ?? DISK_LIMIT_BYTES,
		options.temporaryFolder,
	);
	const meter = new AudioMeter();
	const faults = new FaultList();
	const log = new RequestLog(options.log);
	const links = new RedactedAudioLinks();
	const rateLimit = new RateLimit(() => speed.gatewayPerMinute, options.now);
	const promptCache = new PromptCache();
	const closing = new AbortController();
	const runner = new JobRunner({
		speed,
		uploads,
		ears: { recordings, meter },
		onAccepted: async (job, signal) => await deliverEarly(job, speed, signal),
		onFinished: async (job, signal) => {
			const redacted = hasRedactedAudio(job) ? links.create(job, job.origin) : undefined;
			await deliverWebhooks(job, speed, redacted, signal);
		},
	});
	const controls = makeControls({
		speed,
		log,
		faults,
		rateLimit,
		promptCache,
		links,
		runner,
		uploads,
	});
	const server = buildServer({
		apiKey,
		hostNames: [host, ...(options.hostNames ?? [])].map((name) => name.toLowerCase()),
		speed,
		uploads,
		runner,
		links,
		rateLimit,
		promptCache,
		faults,
		log,
		controls,
		closing: closing.signal,
	});
	try {
		await server.listen({ host, port: options.port ?? 0 });
	} catch (error) {
		await uploads.close();
		throw error;
	}
	const port = portOf(server.server);

	return {
		url: `http://${hostInUrl(host)}:${port}`,
		apiKey,
		get requests() {
			return log.all;
		},
		requestsTo: (method, path) => log.to(method, path),
		fail: (fault) => faults.arm(fault),
		clearFaults: () => faults.clear(),
		setSpeed: controls.setSpeed,
		reset: controls.reset,
		close: async () => {
			closing.abort();
			await server.close();
			await runner.clear();
			await meter.close();
			await uploads.close();
		},
	};
}

function hostInUrl(host: string): string {
	if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
	return host.includes(':') ? `[${host}]` : host;
}
