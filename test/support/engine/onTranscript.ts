import type { INodeParameters } from 'n8n-workflow';
import { TRANSCRIBE, type Workbench } from './workbench';

type Run = NonNullable<Parameters<Workbench['get']>[2]>;

/** Runs an operation of the resource Transcript, with one item for each id. */
export async function onTranscript(
	bench: Workbench,
	operation: string,
	ids: string | string[],
	parameters: INodeParameters = {},
	run: Run = {},
) {
	return await bench.harness.runNode({
		credentials: bench.credentials(),
		...run,
		type: TRANSCRIBE,
		parameters: { resource: 'transcript', operation, ...parameters },
		items: [ids].flat().map((transcriptId, n) => ({ json: { transcriptId, n } })),
	});
}
