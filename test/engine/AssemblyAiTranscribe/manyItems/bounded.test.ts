import type { INodeParameters } from 'n8n-workflow';
import { EngineHarness } from '../../harness';
import { SlowService } from '../../../support/engine/slowService';

const ITEMS = 60;
const MOST_AT_ONCE = 10;
const MOST_FILES_AT_ONCE = 4;

let harness: EngineHarness;
let service: SlowService;

beforeAll(async () => {
	harness = await EngineHarness.start();
});
beforeEach(async () => {
	service = await SlowService.open();
});
afterEach(async () => await service.close());
afterAll(async () => await harness.dispose());

const OPERATIONS: Array<[string, INodeParameters]> = [
	['Get, not waiting', { operation: 'get', waitMode: 'doNotWait' }],
	['Get, waiting', { operation: 'get' }],
	['Get Talk Metrics', { operation: 'getTalkMetrics' }],
	['Export of a text', { operation: 'export', format: 'text' }],
	['Export of redacted audio', { operation: 'export', format: 'redactedAudio', exportAs: 'file' }],
	['Search', { operation: 'search', words: 'map' }],
	['Delete', { operation: 'delete' }],
	['Understand', { operation: 'understand', features: { summarization: {} } }],
];

test.each(OPERATIONS)('%s asks for a few transcripts at a time', async (_, parameters) => {
	const { url } = service;
	const { status, error, output } = await run(parameters, url);

	expect(error('Node')?.message).toBeUndefined();
	expect(status).toBe('success');
	expect(output).toHaveLength(ITEMS);
	expect(service.api.all).toBeGreaterThanOrEqual(ITEMS);
	expect(service.api.mostAtOnce).toBeGreaterThan(1);
	expect(service.api.mostAtOnce).toBeLessThanOrEqual(MOST_AT_ONCE);
	expect(service.files.mostAtOnce).toBeLessThanOrEqual(MOST_FILES_AT_ONCE);
});

async function run(parameters: INodeParameters, url: string) {
	const result = await harness.runNode({
		type: 'assemblyAiTranscribe',
		parameters: {
			resource: 'transcript',
			...parameters,
			transcriptId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
		},
		items: Array.from({ length: ITEMS }, (__, index) => ({ json: { id: `call-${index}` } })),
		credentials: {
			assemblyAiAccountApi: {
				apiKey: 'key',
				region: 'custom',
				speechToTextUrl: url,
				llmGatewayUrl: url,
			},
		},
	});
	const { status, output } = result;
	return { status, output, error: (node: string) => result.error(node) };
}
