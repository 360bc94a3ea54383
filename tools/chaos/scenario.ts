import type { INode, IRunExecutionData } from 'n8n-workflow';
import { NodeRunResult, type EngineHarness } from '../../test/engine/harness';
import type { Sandbox } from '../../sandbox';
import { FAULTS, type ChaosProxy, type Exchange, type Fault } from './chaosProxy';
import { fatesOf, goesOn, type RecordingFate } from './fates';
import { SECRET, type CallFault } from './pausing/callFaults';
import type { OtherN8n } from './pausing/otherN8n';
import { PausableRun, type Resumed } from './pausing/pausableRun';
import { Random } from './random';
import { uniqueRecording } from './recording';
import type { WaitingServer } from './pausing/waitingServer';

export interface ScenarioResult {
	number: number;
	recordings: RecordingFate[];
	faults: Array<Fault | CallFault>;
	executions: number;
	/** Whether it came to its end, and not to a failure that stops the workflow. */
	isSuccess: boolean;
	/** What ended each pause of it. */
	resumedBy: Array<Resumed['by']>;
	/** Of what a pause promises, in words. */
	breaches: string[];
}

/** What all scenarios share. */
export interface ChaosWorld {
	harness: EngineHarness;
	sandbox: Sandbox;
	proxy: ChaosProxy;
	waiting: WaitingServer;
	/** Where there is one. */
	other: OtherN8n | undefined;
}

/** A pause has numbers of its own, so that what a seed plays of all else stays. */
const NUMBERS_OF_PAUSES = 0x2545f491;
const KILLED_WHILE_PAUSED = 0.15;
const PAUSE_AFTER_SECONDS = [0, 0, 0, 2] as const;

const MAX_RETRIES = 4;
/** Retries after this one meet a line without faults, so that every scenario comes to its end. */
const RETRIES_UNDER_FAULTS = 2;

/** Shorter than the two minutes that a lost job is looked for, which last a tenth of that here. */
const LIST_LAGS_MS = [0, 0, 1_000, 8_000] as const;

const RUNS_TO_A_LARGE_ONE = 250;
const LARGE_RUN = 130;
const LARGE_RUN_ITEMS = 300;

/** Runs the node once on a bad line, with settings and faults that follow from the seed and the number alone. */
export async function playScenario(
	{ harness, sandbox, proxy, waiting, other }: ChaosWorld,
	{ seed, number, slowFaults }: { seed: number; number: number; slowFaults: boolean },
): Promise<ScenarioResult> {
	const random = new Random(seed * 1_000_003 + number);
	const severity = random.pick([0, 0.1, 0.25, 0.4]);
	const node: Partial<INode> = {
		retryOnFail: random.chance(0.4),
		maxTries: 3,
		waitBetweenTries: 1,
		onError: random.pick([
			'stopWorkflow',
			'stopWorkflow',
			'continueRegularOutput',
			'continueErrorOutput',
		]),
	};
	const cancelAt = random.chance(0.1) ? 1 + random.below(8) : undefined;
	const stop = new AbortController();
	const faults: Array<Fault | CallFault> = [];
	let calm = false;
	let exchanges = 0;
	const fate = (exchange: Exchange): Fault | undefined => {
		exchanges++;
		if (exchanges === cancelAt) stop.abort();
		if (calm || !random.chance(severity)) return undefined;
		const fault = chooseFault(random, exchange, slowFaults);
		faults.push(fault);
		return fault;
	};
	const listLagMs = random.pick(LIST_LAGS_MS);
	const url = proxy.addressFor(`run-${number}`, { fate, listLagMs });
	const pauses = new Random((seed * 1_000_003 + number) ^ NUMBERS_OF_PAUSES);
	const pausable = new PausableRun(pauses, severity, (fault) => faults.push(fault));
	const resumedBy: Array<Resumed['by']> = [];
	const pausing = pauses.chance(0.3) && {
		instanceUrl: waiting.addressFor(`run-${number}`, pausable),
		pauseAfterSeconds: pauses.pick(PAUSE_AFTER_SECONDS),
	};
	const count = number % RUNS_TO_A_LARGE_ONE === LARGE_RUN ? LARGE_RUN_ITEMS : 1 + random.below(3);
	const items = await makeItems(harness, number, count, random);

	const run = {
		type: 'assemblyAiTranscribe',
		parameters: {
			resource: 'audio',
			operation: 'transcribe',
			binaryPropertyName: 'data',
			vocabularyOptions: { keytermsPrompt: '={{ $json.mark }}' },
			waitMode: pausing ? 'webhook' : 'poll',
			options: {
				timeoutMinutes: 5,
				includeInputFields: true,
				...(pausing && { pauseAfterSeconds: pausing.pauseAfterSeconds }),
			},
		},
		node,
		credentials: {
			assemblyAiAccountApi: {
				apiKey: sandbox.apiKey,
				region: 'custom',
				speechToTextUrl: url,
				llmGatewayUrl: url,
				webhookSecret: SECRET,
			},
		},
		...(pausing && { instanceUrl: pausing.instanceUrl }),
	};
	const play = async (retryOf?: IRunExecutionData): Promise<NodeRunResult> => {
		const played = await harness.runNode({
			...run,
			items: items.map(({ item }) => item),
			...(cancelAt !== undefined && { cancel: stop.signal }),
			...(retryOf && { retryOf }),
		});
		if (played.status !== 'waiting') return played;
		const isKilled = pauses.chance(KILLED_WHILE_PAUSED);
		if (isKilled && other) faults.push('killed');
		const parked = isKilled && other ? other.takeOver(run, played.paused) : played.paused;
		const { result, by } = await pausable.putAway(parked, played.output.filter(goesOn));
		resumedBy.push(by);
		return NodeRunResult.of(result);
	};

	let result = await play();
	let executions = 1;
	for (; result.status === 'error' && executions <= MAX_RETRIES; executions++) {
		calm = executions > RETRIES_UNDER_FAULTS;
		result = await play(result.run.data);
	}
	return {
		number,
		faults,
		executions,
		isSuccess: result.status === 'success',
		resumedBy,
		breaches: pausable.breaches,
		recordings: fatesOf(items, result),
	};
}

async function makeItems(harness: EngineHarness, run: number, count: number, random: Random) {
	return await Promise.all(
		Array.from({ length: count }, async (_, index) => {
			const isAudio = !random.chance(0.08);
			const mark = `run-${run}-item-${index}`;
			const content = isAudio
				? uniqueRecording(run * 1_000 + index)
				: Buffer.from(`%PDF-1.4 ${mark}`);
			const data = await harness.storeBinary(content, 'call.wav', 'audio/wav');
			return { mark, isAudio, item: { json: { mark }, binary: { data } } };
		}),
	);
}

/** What ends at a time limit only, or costs as much to make. */
const SLOW_FAULTS: readonly Fault[] = ['timeout', 'drip', 'bomb'];
const QUICK_FAULTS = FAULTS.filter((fault) => !SLOW_FAULTS.includes(fault));

function chooseFault(random: Random, { method }: Exchange, slow: boolean): Fault {
	if (slow && random.chance(0.02)) return SLOW_FAULTS[random.below(SLOW_FAULTS.length)] ?? 'drip';
	// A reply lost after a job was taken is what costs money, so it is met more often than it would be.
	if (method === 'POST' && random.chance(0.3)) return 'lostReply';
	return QUICK_FAULTS[random.below(QUICK_FAULTS.length)] ?? 'slow';
}
