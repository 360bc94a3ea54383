import { START_NODE_TYPE, type RunOptions } from '../../../test/engine/harness';

/** A workflow that calls AssemblyAI Transcribe once for each recording, one after the other. */
export function loopOf(rounds: number): Pick<RunOptions, 'workflow' | 'start' | 'startItems'> {
	return {
		workflow: {
			nodes: [
				{ name: 'Start', type: START_NODE_TYPE, parameters: {} },
				{
					name: 'Loop',
					type: 'n8n-nodes-base.splitInBatches',
					typeVersion: 3,
					parameters: { batchSize: 1 },
				},
				{
					name: 'Transcribe',
					type: 'n8n-nodes-assemblyai-ask.assemblyAiTranscribe',
					parameters: {
						resource: 'audio',
						operation: 'transcribe',
						source: 'url',
						audioUrl: '={{ $json.url }}',
					},
				},
			],
			connections: {
				Start: { main: [[{ node: 'Loop', type: 'main', index: 0 }]] },
				Loop: { main: [[], [{ node: 'Transcribe', type: 'main', index: 0 }]] },
				Transcribe: { main: [[{ node: 'Loop', type: 'main', index: 0 }]] },
			},
		},
		start: 'Start',
		startItems: Array.from({ length: rounds }, (_, index) => ({
			json: { url: `https://example.com/calls/${index}.mp3` },
		})),
	};
}
