import { request } from 'undici';
import { z } from 'zod';
import { EngineHarness } from '../../test/engine/harness';
import { startSandbox, type LoggedRequest, type Sandbox } from '../../sandbox';
import { ChaosProxy } from './chaosProxy';
import { hurryClock } from './hurriedClock';
import { playScenario, type ScenarioResult } from './scenario';

export interface CampaignOptions {
	seed: number;
	runs: number;
	/** How many scenarios are played side by side. */
	atOnce: number;
	/** Whether some exchanges last until their time limit, or until the reply is too large. */
	slowFaults: boolean;
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
		speed: { minimumJobMs: 200 },
		// The sandbox itself keeps only the latest requests.
		log: (request) => {
			if (request.method === 'POST' && request.path === '/v2/transcript') submissions.push(request);
		},
	});
	const clock = hurryClock(CLOCK_RUNS_FASTER);
	const proxy = await ChaosProxy.open(sandbox.url, clock.at);
	try {
		const scenarios = await playAll(harness, sandbox, proxy, options);
		const report = judge(scenarios, await acceptedJobs(sandbox, submissions));
		report.breaches.push(...proxy.strayed.map((request) => `A redirect was followed: ${request}`));
		return report;
	} finally {
		clock.setRight();
		await proxy.close();
		await sandbox.close();
		await harness.dispose();
	}
}

async function playAll(
	harness: EngineHarness,
	sandbox: Sandbox,
	proxy: ChaosProxy,
	{ seed, runs, atOnce, slowFaults, onProgress }: CampaignOptions,
): Promise<ScenarioResult[]> {
	const results: ScenarioResult[] = [];
	let next = 0;
	const player = async () => {
		for (let number = next++; number < runs; number = next++) {
			results.push(await playScenario(harness, sandbox, proxy, { seed, number, slowFaults }));
			onProgress?.(results.length);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, player));
	return results.sort((one, other) => one.number - other.number);
}

interface Job {
	id: string;
	status: string;
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

function judge(scenarios: ScenarioResult[], jobs: Map<string, Job[]>): CampaignReport {
	const breaches: string[] = [];
	const counts: Record<string, number> = {};
	const count = (what: string) => (counts[what] = (counts[what] ?? 0) + 1);
	for (const { faults, executions, recordings } of scenarios) {
		for (const fault of faults) count(`fault ${fault}`);
		count(`executions ${executions}`);
		for (const recording of recordings) {
			const taken = jobs.get(recording.mark) ?? [];
			const paid = taken.filter(({ status }) => status !== 'error');
			count(`recordings ${recording.end}`);
			count(`jobs per recording that did not end in error: ${paid.length}`);
			if (paid.length > 1) {
				breaches.push(
					`${recording.mark} was submitted ${paid.length} times and would be paid for, after ${faults.join(', ')}`,
				);
			}
			if (recording.end === 'failed') breaches.push(...lost(recording.mark, recording.told, taken));
		}
	}
	return { scenarios, breaches, counts };
}

/** A failed recording must not lose its job: the user reads its id, or where the job is to be found. */
function lost(mark: string, told: string, taken: Job[]): string[] {
	const latest = taken.filter(({ status }) => status !== 'error');
	const isNamed =
		latest.every(({ id }) => told.includes(id)) || told.includes('audio_url at AssemblyAI');
	return isNamed ? [] : [`${mark} failed without the id of its job: ${told}`];
}
