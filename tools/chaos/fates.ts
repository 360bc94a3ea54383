import type { INodeExecutionData } from 'n8n-workflow';
import type { NodeRunResult } from '../../test/engine/harness';

/** One recording of a run and what became of it. */
export interface RecordingFate {
	/** Sent along as a keyterm, so that the service's request log tells whose job a submission was. */
	mark: string;
	isAudio: boolean;
	end: 'transcribed' | 'failed' | 'canceled' | 'goingOn';
	/** What the user reads of it: the output, or a failure's message, hint and ids. */
	told: string;
	/** How often it is in the output. */
	outputs: number;
}

/** What became of the recordings of a run, in their order. */
export function fatesOf(
	recordings: Array<Pick<RecordingFate, 'mark' | 'isAudio'>>,
	result: NodeRunResult,
): RecordingFate[] {
	const outputs = [...result.output, ...result.failed];
	const error = result.error('Node');
	return recordings.map(({ mark, isAudio }, index) => {
		const own = outputs.filter(({ pairedItem }) => isPairedWith(pairedItem, index));
		const [output] = own;
		return {
			mark,
			isAudio,
			outputs: own.length,
			end: endOf(output, result),
			told: output
				? JSON.stringify(output.json)
				: `${error?.message ?? ''} ${error?.description ?? ''}`,
		};
	});
}

/** Whether the item stands for a job that goes on. */
export function goesOn({ json }: INodeExecutionData): boolean {
	return json.status === 'queued' || json.status === 'processing';
}

function endOf(
	output: INodeExecutionData | undefined,
	{ status }: NodeRunResult,
): RecordingFate['end'] {
	if (output?.json.status === 'completed') return 'transcribed';
	if (status === 'canceled') return 'canceled';
	return output && goesOn(output) ? 'goingOn' : 'failed';
}

function isPairedWith(paired: INodeExecutionData['pairedItem'], index: number): boolean {
	return typeof paired === 'object' && !Array.isArray(paired) && paired.item === index;
}
