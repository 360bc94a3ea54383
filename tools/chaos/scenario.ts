import type { INode, INodeExecutionData, IRunExecutionData } from 'n8n-workflow';
import { EngineHarness } from '../../test/engine/harness';
import type { Sandbox } from '../../sandbox';
import { FAULTS, type ChaosProxy, type Exchange, type Fault } from './chaosProxy';
import { Random } from './random';
import { uniqueRecording } from './recording';

/** One recording of a run and what became of it. */
export interface RecordingFate {
	/** Sent along as a keyterm, so that the service's request log tells whose job a submission was. */
	mark: string;
	isAudio: boolean;
	end: 'transcribed' | 'failed' | 'canceled';
	/** What the user reads of a failure: message, hint and ids. */
	told: string;
}

export interface ScenarioResult {
	number: number;
	recordings: RecordingFate[];
	faults: Fault[];
	executions: number;
}

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
	harness: EngineHarness,
	sandbox: Sandbox,
	proxy: ChaosProxy,
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
	const faults: Fault[] = [];
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
	const count = number % RUNS_TO_A_LARGE_ONE === LARGE_RUN ? LARGE_RUN_ITEMS : 1 + random.below(3);
	const items = await makeItems(harness, number, count, random);

	const play = async (retryOf?: IRunExecutionData) =>
		await harness.runNode({
			type: 'assemblyAiTranscribe',
			parameters: {
				resource: 'audio',
				operation: 'transcribe',
				binaryPropertyName: 'data',
				vocabularyOptions: { keytermsPrompt: '={{ $json.mark }}' },
				options: { timeoutMinutes: 5, includeInputFields: true },
			},
			node,
			items: items.map(({ item }) => item),
			credentials: {
				assemblyAiAccountApi: {
					apiKey: sandbox.apiKey,
					region: 'custom',
					speechToTextUrl: url,
					llmGatewayUrl: url,
				},
			},
			...(cancelAt !== undefined && { cancel: stop.signal }),
			...(retryOf && { retryOf }),
		});

	let result = await play();
	let executions = 1;
	for (; result.status === 'error' && executions <= MAX_RETRIES; executions++) {
		calm = executions > RETRIES_UNDER_FAULTS;
		result = await play(result.run.data);
	}
	const outputs = [...result.output, ...result.failed];
	const error = result.error('Node');
	return {
		number,
		faults,
		executions,
		recordings: items.map(({ mark, isAudio }, index) => {
			const output = outputs.find(({ pairedItem }) => isPairedWith(pairedItem, index));
			const transcribed = output?.json.status === 'completed';
			return {
				mark,
				isAudio,
				end: transcribed ? 'transcribed' : result.status === 'canceled' ? 'canceled' : 'failed',
				told: output
					? JSON.stringify(output.json)
					: `${error?.message ?? ''} ${error?.description ?? ''}`,
			};
		}),
	};
}

function isPairedWith(paired: INodeExecutionData['pairedItem'], index: number): boolean {
	return typeof paired === 'object' && !Array.isArray(paired) && paired.item === index;
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
