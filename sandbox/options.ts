import path from 'node:path';
import type { LoggedRequest } from './server/requestLog';

/** How slow the stand-in service is. Zero everywhere is an answer at once. */
export interface Speed {
	/** Wait between acceptance and start of every job, in milliseconds; the job is `queued` meanwhile. */
	queueMs: number;
	/** Shortest time that a job is `processing`, in milliseconds. */
	minimumJobMs: number;
	/** Processing time as a share of the recording's duration (the service: about 0.008 to 0.3). */
	realTimeFactor: number;
	/** Jobs in work at the same time; more are `queued`, first come first served (the service: 5 free, 200 paid). */
	concurrency: number;
	/** Time that the model takes for an answer, in milliseconds. */
	gatewayMs: number;
	/** Gateway requests per model and minute; more are refused with 429 (the service: 30 paid, 2 free). */
	gatewayPerMinute: number;
	/** Pause between attempts to deliver a webhook, in milliseconds (the service: 10000). */
	webhookRetryMs: number;
}

export interface SandboxOptions {
	/** Default 0: any free port. */
	port?: number;
	/** Default 127.0.0.1; anything else leaves loopback. */
	host?: string;
	/** Further names by which clients call it, a container's for instance; addresses are known anyway. */
	hostNames?: string[];
	/** The one key that is accepted; default `sandbox-key`. */
	apiKey?: string;
	/** Folders of pairs `<name>.<audio extension>` and `<name>.transcript.json`; default examples/recordings. */
	recordingsFolders?: string[];
	/** Where the folder of uploads is made; default the system's temporary folder. */
	temporaryFolder?: string;
	/** The most that is kept there, in bytes; the oldest uploads make room. Default 10 GiB. */
	diskLimitBytes?: number;
	speed?: Partial<Speed>;
	/** By which the minutes of the rate limit are counted, in milliseconds; default the computer's own clock. */
	now?: () => number;
	/** Called once for each request, when its answer is known. */
	log?: (line: LoggedRequest) => void;
}

export const DISK_LIMIT_BYTES = 10 * 1024 ** 3;

export const INSTANT: Speed = {
	queueMs: 0,
	minimumJobMs: 0,
	realTimeFactor: 0,
	concurrency: Infinity,
	gatewayMs: 0,
	gatewayPerMinute: Infinity,
	webhookRetryMs: 10_000,
};

export const EXAMPLE_RECORDINGS = path.resolve(__dirname, '../examples/recordings');
