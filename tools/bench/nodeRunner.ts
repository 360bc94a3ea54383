import { ChildProcess } from './process/childProcess';
import { nodeRun, sent, storedFiles, type NodeQuestion, type NodeRun } from './process/messages';

export interface NodeRunnerOptions {
	/** Temporary files of the process go here. */
	folder: string;
	/** n8n's N8N_DEFAULT_BINARY_DATA_MODE; `default` is in memory. */
	binaryMode?: 'filesystem' | 'default' | 'database';
}

export interface Run {
	/** Stored before; one item each. */
	files: string[];
	service: { url: string; apiKey: string };
	waitMode: 'poll' | 'doNotWait';
	/** Cuts clips of quotes that begin at these milliseconds, in the place of transcribing. */
	clipsAtMs?: number[];
	/** For measuring memory, not time: collects garbage first. */
	fromCleanMemory?: boolean;
}

/** Runs AssemblyAI Transcribe on n8n's engine, in a process that does nothing else. */
export class NodeRunner {
	private constructor(private readonly child: ChildProcess<NodeQuestion>) {}

	/** Hands a running node to `work` and ends its process afterwards. */
	static async use<T>(
		{ folder, binaryMode = 'filesystem' }: NodeRunnerOptions,
		work: (runner: NodeRunner) => Promise<T>,
	): Promise<T> {
		const child = ChildProcess.start<NodeQuestion>('nodeProcess.ts', {
			N8N_DEFAULT_BINARY_DATA_MODE: binaryMode,
			TMPDIR: folder,
		});
		try {
			return await work(new NodeRunner(child));
		} finally {
			await child.end();
		}
	}

	/** @returns where n8n has the file now; null where it is not a file */
	async store(file: string): Promise<string | null> {
		const [path] = await this.child.ask({ ask: 'store', files: [file] }, storedFiles);
		return path ?? null;
	}

	async run(run: Run): Promise<NodeRun> {
		const { service, ...question } = run;
		const { url: serviceUrl, apiKey } = service;
		return await this.child.ask({ ask: 'run', ...question, serviceUrl, apiKey }, nodeRun);
	}

	/** @throws when the run did not succeed */
	async runToSuccess(run: Run): Promise<NodeRun> {
		const result = await this.run(run);
		if (result.status === 'success') return result;
		throw new Error(`The run ended with the status ${result.status}: ${result.error ?? ''}`);
	}

	/** Sends a file with nothing but undici, from the same process. @returns milliseconds */
	async sendWithUndici(file: string, url: string): Promise<number> {
		return (await this.child.ask({ ask: 'send', file, url }, sent)).durationMs;
	}

	/** Stops the run that goes on, as the stop button does. */
	stop(): void {
		this.child.tell({ ask: 'stop' });
	}
}
