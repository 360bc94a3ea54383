import type { INodeParameters } from 'n8n-workflow';
import { HostileService } from '../../support/engine/hostileService';
import { ASK, TRANSCRIBE, Workbench } from '../../support/engine/workbench';

let bench: Workbench;
let service: HostileService;

beforeAll(async () => {
	bench = await Workbench.open();
	service = await HostileService.open(() => ({ body: {} }));
});
afterAll(async () => {
	await service.close();
	await bench.close();
});

const WORK: Array<[string, string, INodeParameters]> = [
	...['get', 'delete', 'search', 'understand', 'getTalkMetrics'].map(
		(operation): [string, string, INodeParameters] => [
			operation,
			TRANSCRIBE,
			{
				...{ resource: 'transcript', operation, words: 'map' },
				features: { summarization: {} },
			},
		],
	),
	...['text', 'srt', 'redactedAudio'].map((format): [string, string, INodeParameters] => [
		`export of ${format}`,
		TRANSCRIBE,
		{ resource: 'transcript', operation: 'export', format, exportAs: 'file' },
	]),
	[
		'ask',
		ASK,
		{
			operation: 'askQuestions',
			questions: { question: [{ question: 'How much?', answerType: 'text' }] },
		},
	],
	['prompt', ASK, { operation: 'prompt', prompt: 'How much?' }],
];

const IDS = [
	...['.', '..', '../upload', '..\\upload', '%2e%2e', '/', 'a/b', 'a?b=c', 'a#b', 'a b', 'a\nb'],
	...[
		'a\u0000b',
		'ａｂ',
		'{{ 1 }}',
		'[object Object]',
		'✓',
		'a'.repeat(129),
		'x'.repeat(1_000_000),
	],
];

describe.each(WORK)('%s', (_, type, parameters) => {
	test.each(IDS.map((id) => [id.length > 40 ? `${id.length} letters` : JSON.stringify(id), id]))(
		'of a transcript whose ID is %s is refused before anything is sent',
		async (__, id) => {
			for (const locator of [
				{ __rl: true, mode: 'id', value: '={{ $json.given }}' },
				{ __rl: true, mode: 'earlierNode', value: '' },
			]) {
				const result = await bench.harness.runNode({
					...{ type, credentials: service.account() },
					parameters: { ...parameters, transcriptId: locator },
					items: [{ json: { given: id, transcriptId: id } }],
				});
				const message = result.error('Node')?.message ?? '';
				expect(message).toMatch(/ is not a transcript ID \[item 0\]$/);
				expect(`${message}${result.error('Node')?.description}`.length).toBeLessThan(500);
				expect(service.lines).toEqual([]);
			}
		},
	);
});
