import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { AssemblyAiTranscribe } from '../../nodes/AssemblyAiTranscribe/AssemblyAiTranscribe.node';
import { LlmGatewayAskQuestions } from '../../nodes/LlmGatewayAskQuestions/LlmGatewayAskQuestions.node';
import { placesOf, type Place } from '../support/engine/parameterPlaces';
import { ASK, TRANSCRIBE, Workbench } from '../support/engine/workbench';

/** What expressions give besides what was meant. */
const SHAPES: Array<[string, unknown]> = [
	['nothing', undefined],
	['null', null],
	['an empty text', ''],
	['a number as text', '2'],
	['a number', 2],
	['"true"', 'true'],
	['a list of texts', ['en', 'de']],
	['an object', { a: 1 }],
	['a list of objects', [{ a: 1 }]],
];
/** As zod and JavaScript speak to programmers. */
const FOR_PROGRAMMERS =
	/: Required|Expected [a-z]+, |Invalid (?:input|type|enum|option)|, received|Cannot read|is not a function|not iterable|\[object|undefined/;
const SETTLED = [
	...['resource', 'operation', 'source', 'transcriptId'],
	...['transcriptSource', 'questionSource', 'questionSet'],
];

interface Panel {
	type: string;
	place: Place;
}

const panels: Panel[] = [
	{ type: TRANSCRIBE, node: new AssemblyAiTranscribe() },
	{ type: ASK, node: new LlmGatewayAskQuestions() },
].flatMap(({ type, node }) =>
	placesOf(node.description.properties)
		.filter(({ field }) => !SETTLED.includes(field.name))
		.map((place) => ({ type, place })),
);
const titled = (some: Panel[]) =>
	some.map((panel) => [`${panel.type}: ${panel.place.labels.join(' → ')}`, panel] as const);

let bench: Workbench;
let recording: INodeExecutionData;
/** What the rest of the panel is set to. */
let rest: Record<string, INodeParameters>;

beforeAll(async () => {
	bench = await Workbench.open({ speed: { minimumJobMs: 0 } });
	recording = await bench.recording();
	const transcriptId = await bench.finishedTranscript();
	const audioUrl = `${bench.sandbox.url}/recordings/call.mp3`;
	const locator = { __rl: true, mode: 'id', value: transcriptId };
	rest = {
		[TRANSCRIBE]: {
			...{ source: 'url', audioUrl, quotes: '{ "start": 0, "end": 9 }' },
			...{ waitMode: 'doNotWait', transcriptId: locator, words: 'map' },
			features: { translation: { settings: { targetLanguages: 'de' } } },
		},
		[ASK]: {
			...{ operation: 'askQuestions', transcriptSource: 'text', prompt: 'What was said?' },
			transcriptText: 'Speaker A: It costs 89 dollars.\nSpeaker B: Thank you!',
			transcriptId: locator,
			questions: { question: [{ question: 'What does it cost?', answerType: 'text' }] },
		},
	};
});
afterAll(async () => await bench.close());

const run = async ({ type, place }: Panel, value: unknown) => {
	const { binary } = recording;
	return await bench.harness.runNode({
		type,
		credentials: bench.credentials(),
		parameters: { ...rest[type], ...place.with('={{ $json.value }}') },
		items: [
			{
				json: value === undefined ? {} : { value: JSON.parse(JSON.stringify(value)) },
				...(type === TRANSCRIBE && binary && { binary }),
			},
		],
	});
};

test('there are as many places as the panel has', () => {
	expect(panels.filter(({ type }) => type === TRANSCRIBE).length).toBeGreaterThan(90);
	expect(panels.filter(({ type }) => type === ASK).length).toBeGreaterThan(30);
});

describe.each(SHAPES)('%s from an expression', (_, value) => {
	test.each(titled(panels))(
		'in %s is taken, or refused in words for people',
		async (label, panel) => {
			const { place } = panel;
			const result = await run(panel, value);
			const error = result.error('Node');
			if (!error) return expect(result.status).toBe('success');
			// What the service or a model says is its own.
			if (/^(?:AssemblyAI|The model|The answer of the model)/.test(error.message)) return;
			expect(`${error.message} ${error.description ?? ''}`).not.toMatch(FOR_PROGRAMMERS);
			if (/\bQuestion \d/.test(error.message)) return;
			const isFile = error.message.startsWith('The item has no ');
			expect([label, isFile ? error.description : error.message]).toEqual([
				label,
				expect.stringContaining(place.labels[0] ?? ''),
			]);
		},
	);
});

test.each(
	titled(
		panels.filter(
			({ place }) =>
				place.labels.length > 1 &&
				place.field.required !== true &&
				place.field.noDataExpression !== true,
		),
	),
)('an option that an expression leaves empty is not set: %s', async (_, panel) => {
	const { place } = panel;
	const isRow = place.labels.length > 2;
	for (const nothing of [undefined, null, '']) {
		const result = await run(panel, nothing);
		// A row of which nothing is left is an entry without its content, and may be refused.
		if (!isRow) expect(result.error('Node')?.message).toBeUndefined();
	}
});

test.each(titled(panels.filter(({ place }) => ['number', 'boolean'].includes(place.field.type))))(
	'numbers and switches may come as text: %s',
	async (_, panel) => {
		const { place } = panel;
		const value = place.field.type === 'number' ? 1 : true;
		const [typed, asText] = [await run(panel, value), await run(panel, String(value))].map(
			(result) => result.error('Node')?.message,
		);
		expect(asText).toBe(typed);
	},
);
