import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { EngineHarness } from '../../../../test/engine/harness';
import { accountAt } from '../../growth/accountAt';
import { handBuiltLoop } from './handBuiltLoop';
import type { Transcribe, Transcribed } from './way';

/** AssemblyAI Transcribe on n8n's engine. */
export async function node(serviceUrl: string): Promise<Transcribe> {
	const engine = await startEngine();
	return async (urls) => {
		const result = await engine.runNode({
			type: 'assemblyAiTranscribe',
			parameters: {
				resource: 'audio',
				operation: 'transcribe',
				source: 'url',
				audioUrl: '={{ $json.url }}',
			},
			items: urls.map((url) => ({ json: { url } })),
			credentials: accountAt(serviceUrl),
		});
		return transcribed(result.output, result.error('Node')?.message);
	};
}

/** HTTP Request, Wait and If, as one builds it by hand, on the same engine. */
export async function n8nLoop(serviceUrl: string): Promise<Transcribe> {
	const engine = await startEngine();
	return async (urls) => {
		const result = await engine.run({
			workflow: handBuiltLoop(serviceUrl),
			start: 'Start',
			startItems: urls.map((url) => ({ json: { url } })),
		});
		const runs = result.run.data.resultData.runData['Finished?'] ?? [];
		const items = runs.flatMap(({ data }) => data?.main?.[0] ?? []);
		return transcribed(items, result.run.data.resultData.error?.message);
	};
}

async function startEngine(): Promise<EngineHarness> {
	// Only in the processes that need it, whose memory is measured.
	const { EngineHarness: Harness } = await import('../../../../test/engine/harness');
	return await Harness.start();
}

function transcribed(items: INodeExecutionData[], error: string | undefined): Transcribed {
	return { texts: items.map(({ json }) => textOf(json)), error: error ?? null };
}

function textOf({ text }: IDataObject): string {
	return typeof text === 'string' ? text : '';
}
