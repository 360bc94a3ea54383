import type { WorkflowJson } from '../../../../test/engine/harness';

const PAUSE_SECONDS = 3;

/** Submits all items, then looks at those that are not finished every three seconds. */
export function handBuiltLoop(serviceUrl: string): WorkflowJson {
	const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];
	return {
		nodes: [
			{ name: 'Start', type: 'n8n-engine-harness.start', parameters: {} },
			{
				name: 'Submit',
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				parameters: {
					method: 'POST',
					url: `${serviceUrl}/v2/transcript`,
					sendHeaders: true,
					headerParameters: { parameters: [{ name: 'authorization', value: 'key' }] },
					sendBody: true,
					specifyBody: 'json',
					jsonBody: '={{ JSON.stringify({ audio_url: $json.url }) }}',
					options: {},
				},
			},
			{
				name: 'Wait',
				type: 'n8n-nodes-base.wait',
				typeVersion: 1.1,
				parameters: { resume: 'timeInterval', amount: PAUSE_SECONDS, unit: 'seconds' },
			},
			{
				name: 'Look',
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				parameters: {
					url: `=${serviceUrl}/v2/transcript/{{ $json.id }}`,
					sendHeaders: true,
					headerParameters: { parameters: [{ name: 'authorization', value: 'key' }] },
					options: {},
				},
			},
			{
				name: 'Finished?',
				type: 'n8n-nodes-base.if',
				typeVersion: 2,
				parameters: {
					conditions: {
						options: { caseSensitive: true, leftValue: '', typeValidation: 'strict' },
						conditions: [
							{
								id: 'finished',
								leftValue: '={{ $json.status }}',
								rightValue: 'completed',
								operator: { type: 'string', operation: 'equals' },
							},
						],
						combinator: 'and',
					},
					options: {},
				},
			},
		],
		connections: {
			Start: { main: [to('Submit')] },
			Submit: { main: [to('Wait')] },
			Wait: { main: [to('Look')] },
			Look: { main: [to('Finished?')] },
			'Finished?': { main: [[], to('Wait')] },
		},
	};
}
