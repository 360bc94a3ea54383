import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { CallAnswer, PausedExecution } from '../../engine/harness';
import { startReceiver, type Received } from '../sandbox/receiver';
import { Workbench } from './workbench';

export const SECRET = 'open-sesame';

type Run = NonNullable<Parameters<Workbench['transcribe']>[2]>;

/** A workbench whose jobs go on until they are let go, and which keeps the call-backs for a test to hand over. */
export class PausingBench {
	private constructor(
		readonly bench: Workbench,
		private readonly receiver: Awaited<ReturnType<typeof startReceiver>>,
	) {}

	static async open(): Promise<PausingBench> {
		const bench = await Workbench.open({ speed: { webhookRetryMs: 1, minimumJobMs: 1 } });
		return new PausingBench(bench, await startReceiver(() => 200));
	}

	/** Where n8n says that it is called back. */
	get url(): string {
		return this.receiver.url;
	}

	/** Jobs are queued from now on, for ever. */
	hold(): void {
		this.bench.sandbox.reset();
		this.receiver.received.length = 0;
		this.bench.sandbox.setSpeed({ concurrency: 0 });
	}

	/** Ends all jobs. @returns their call-backs, in the order of their submission */
	async letGo(ids: string[]): Promise<Received[]> {
		this.bench.sandbox.setSpeed({ concurrency: Infinity });
		// Not by their number: a job of the test before may still be calling.
		return await this.receiver.hasAbout(ids);
	}

	/** The service says of a job that it goes on, whether it does or not. */
	goesOn(id: string, times = 1): void {
		this.bench.sandbox.fail({
			method: 'GET',
			path: `/v2/transcript/${id}`,
			times,
			fault: { kind: 'status', status: 200, body: { id, status: 'processing' } },
		});
	}

	account(webhookSecret = SECRET) {
		const values = this.bench.credentials().assemblyAiAccountApi;
		return { assemblyAiAccountApi: { ...values, webhookSecret } };
	}

	async recordings(count: number): Promise<INodeExecutionData[]> {
		const contents = Array.from({ length: count }, (_, index) => ({ deal: index }));
		return await Promise.all(
			contents.map(async (json) => await this.bench.recording(undefined, json)),
		);
	}

	/** Runs Transcribe, which pauses at once. */
	async transcribe(
		items: INodeExecutionData[],
		{ options, ...parameters }: INodeParameters = {},
		run: Run = {},
	) {
		return await this.bench.transcribe(
			items,
			{
				waitMode: 'webhook',
				options: { pauseAfterSeconds: 0, ...Object(options) },
				...parameters,
			},
			{ credentials: this.account(), instanceUrl: this.receiver.url, ...run },
		);
	}

	async close(): Promise<void> {
		// A sandbox with a job that cannot begin does not close.
		this.bench.sandbox.setSpeed({ concurrency: Infinity });
		await this.receiver.close();
		await this.bench.close();
	}
}

/** The transcript IDs of what a run has put out. */
export function idsIn(items: INodeExecutionData[]): string[] {
	return items.map(({ json }) => String(json.transcriptId));
}

/** Hands a call-back over to the execution, as n8n's server does. */
export async function handOver(
	paused: PausedExecution,
	{ path, headers, body }: Received,
): Promise<CallAnswer> {
	const { pathname } = new URL(path, 'http://n8n');
	return await paused.call({ path: pathname.split('/')[3] ?? '', headers, body });
}
