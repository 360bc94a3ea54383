import { z } from 'zod';
import type { PausedExecution } from './pausedExecution';
import type {
	ExecutionError,
	ExecutionStatus,
	INodeExecutionData,
	IRun,
	NodeExecutionHint,
} from 'n8n-workflow';

/** What came of a run, as the executions list and the nodes' output panels show it. */
export class RunResult {
	constructor(
		readonly run: IRun,
		readonly waiting?: PausedExecution,
	) {}

	/** Where the run was put away, and how it goes on. @throws Error where it was not */
	get paused(): PausedExecution {
		if (!this.waiting) throw new Error(`The run does not pause, it is ${this.status}`);
		return this.waiting;
	}

	get status(): ExecutionStatus {
		return this.run.status;
	}

	/** What nodes saved with `customData`, shown in the executions list. */
	get customData(): Record<string, string> {
		return this.run.data.resultData.metadata ?? {};
	}

	/** Items of a node's output in its last run, none when it did not run or sent nothing there. */
	items(node: string, output = 0): INodeExecutionData[] {
		return this.run.data.resultData.runData[node]?.at(-1)?.data?.main?.[output] ?? [];
	}

	/** The error that ended a node's last run. */
	error(node: string): ExecutionError | undefined {
		return this.run.data.resultData.runData[node]?.at(-1)?.error;
	}
}

/** The result of `runNode`: its node is named 'Node'. */
export class NodeRunResult extends RunResult {
	static of({ run, waiting }: RunResult): NodeRunResult {
		return new NodeRunResult(run, waiting);
	}

	get output(): INodeExecutionData[] {
		return this.items(NODE_NAME);
	}

	/** What n8n shows above the output. */
	get hints(): NodeExecutionHint[] {
		return this.run.data.resultData.runData[NODE_NAME]?.at(-1)?.hints ?? [];
	}

	/** Items on the error output, with `onError: 'continueErrorOutput'`. */
	get failed(): INodeExecutionData[] {
		return this.items(NODE_NAME, 1);
	}

	/** What they say of themselves. @throws ZodError when an item has the `error` of another node */
	get failures(): Failure[] {
		return this.failed.map(({ json }) => failure.parse(json.error));
	}
}

const failure = z
	.object({
		message: z.string(),
		transcriptId: z.string().optional(),
		status: z.union([z.string(), z.number()]).optional(),
		requestId: z.string().optional(),
		fileName: z.string().optional(),
		binaryPropertyName: z.string().optional(),
	})
	.strict();

export type Failure = z.infer<typeof failure>;

export const NODE_NAME = 'Node';
