import { request } from 'undici';
import { z } from 'zod';
import { EngineHarness } from '../../test/engine/harness';
import { startSandbox, type LoggedRequest, type Sandbox } from '../../sandbox';
import { ChaosProxy } from './chaosProxy';
import { hurryClock } from './hurriedClock';
import { judge, type Job } from './judge';
import { playScenario, type ChaosWorld, type ScenarioResult } from './scenario';
import { OtherN8n } from './pausing/otherN8n';
import { WaitingServer } from './pausing/waitingServer';

export interface CampaignOptions {
	seed: number;
	runs: number;
	/** How many scenarios are played side by side. */
	atOnce: number;
	/** Whether some exchanges last until their time limit, or until the reply is too large. */
	slowFaults: boolean;
	/** Whether n8n is killed during some pauses, which takes a process of its own. */
	kills: boolean;
	onProgress?: (done: number) => void;
}

export interface CampaignReport {
	scenarios: ScenarioResult[];
	/** Each breach in words; empty when everything held. */
	breaches: string[];
	counts: Record<string, number>;
}

/** A look for a lost job may take two minutes; more than tenfold, a busy machine is too slow for time limits. */
const CLOCK_RUNS_FASTER = 10;

/** Plays scenarios and checks for each recording that it was paid for once and is not lost. */
export async function runCampaign(options: CampaignOptions): Promise<CampaignReport> {
	const harness = await EngineHarness.start();
	const submissions: LoggedRequest[] = [];
	const sandbox = await startSandbox({
		speed: { minimumJobMs: 500, webhookRetryMs: 1_000 },
		// The sandbox itself keeps only the latest requests.
		log: (request) => {
			if (request.method === 'POST' && request.path === '/v2/transcript') submissions.push(request);
		},
	});
	const clock = hurryClock(CLOCK_RUNS_FASTER);
	const proxy = await ChaosProxy.open(sandbox.url, clock.at);
	const waiting = await WaitingServer.open();
	const other = options.kills
		? new OtherN8n({ times: CLOCK_RUNS_FASTER, begin: clock.begin })
		: undefined;
	try {
		const scenarios = await playAll({ harness, sandbox, proxy, waiting, other }, options);
		const { breaches, counts } = judge(scenarios, await acceptedJobs(sandbox, submissions));
		breaches.push(...proxy.strayed.map((request) => `A redirect was followed: ${request}`));
		return { scenarios, breaches, counts };
	} finally {
		clock.setRight();
		await other?.close();
		await proxy.close();
		await sandbox.close();
		await waiting.close();
		await harness.dispose();
	}
}

async function playAll(
	world: ChaosWorld,
	{ seed, runs, atOnce, slowFaults, onProgress }: CampaignOptions,
): Promise<ScenarioResult[]> {
	const results: ScenarioResult[] = [];
	let next = 0;
	const player = async () => {
		for (let number = next++; number < runs; number = next++) {
			results.push(await playScenario(world, { seed, number, slowFaults }));
			onProgress?.(results.length);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, player));
	return results.sort((one, other) => one.number - other.number);
}

const submission = z.object({ audio_url: z.string(), keyterms_prompt: z.array(z.string()).min(1) });
const listPage = z.object({
	page_details: z.object({ prev_url: z.string().nullable() }),
	transcripts: z.array(z.object({ id: z.string(), status: z.string(), audio_url: z.string() })),
});

/** The jobs that the service took, by the mark of their recording. */
async function acceptedJobs(
	sandbox: Sandbox,
	submissions: LoggedRequest[],
): Promise<Map<string, Job[]>> {
	const marks = new Map<string, string>();
	for (const { json, status } of submissions) {
		const parsed = submission.safeParse(json);
		if (status < 400 && parsed.success) {
			marks.set(parsed.data.audio_url, parsed.data.keyterms_prompt.join());
		}
	}
	const jobs = new Map<string, Job[]>();
	let url: string | null = `${sandbox.url}/v2/transcript?limit=200`;
	while (url !== null) {
		const reply = await request(url, { headers: { authorization: sandbox.apiKey } });
		const page = listPage.parse(await reply.body.json());
		for (const { id, status, audio_url: audioUrl } of page.transcripts) {
			const mark = marks.get(audioUrl) ?? audioUrl;
			jobs.set(mark, [...(jobs.get(mark) ?? []), { id, status }]);
		}
		url = page.page_details.prev_url;
	}
	return jobs;
}
