import type { INodeParameters } from 'n8n-workflow';
import { AssemblyAiTranscribe } from '../../nodes/AssemblyAiTranscribe/AssemblyAiTranscribe.node';
import { placesOf } from '../support/engine/parameterPlaces';
import { TRANSCRIBE, Workbench } from '../support/engine/workbench';

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
const SETTLED = ['resource', 'operation', 'source', 'transcriptId'];

const { properties } = new AssemblyAiTranscribe().description;
const places = placesOf(properties).filter(({ field }) => !SETTLED.includes(field.name));

let bench: Workbench;
let transcriptId: string;
let audioUrl: string;

beforeAll(async () => {
	bench = await Workbench.open({ speed: { minimumJobMs: 0 } });
	transcriptId = await bench.finishedTranscript();
	audioUrl = `${bench.sandbox.url}/recordings/call.mp3`;
});
afterAll(async () => await bench.close());

const run = async (parameters: INodeParameters, value: unknown) =>
	await bench.harness.runNode({
		type: TRANSCRIBE,
		credentials: bench.credentials(),
		parameters: {
			source: 'url',
			audioUrl,
			waitMode: 'doNotWait',
			transcriptId: { __rl: true, mode: 'id', value: transcriptId },
			words: 'map',
			features: { translation: { settings: { targetLanguages: 'de' } } },
			...parameters,
		},
		items: [{ json: value === undefined ? {} : { value: JSON.parse(JSON.stringify(value)) } }],
	});

test('there are as many places as the panel has', () => {
	expect(places.length).toBeGreaterThan(90);
	expect(new Set(places.map(({ labels }) => labels.join(' → '))).size).toBeGreaterThan(80);
});

describe.each(SHAPES)('%s from an expression', (_, value) => {
	test.each(places.map((place) => [place.labels.join(' → '), place] as const))(
		'in %s is taken, or refused in words for people',
		async (label, place) => {
			const result = await run(place.with('={{ $json.value }}'), value);
			const error = result.error('Node');
			if (!error) return expect(result.status).toBe('success');
			// What the service says is its own.
			if (error.message.startsWith('AssemblyAI')) return;
			expect(`${error.message} ${error.description ?? ''}`).not.toMatch(FOR_PROGRAMMERS);
			const isFile = error.message.startsWith('The item has no ');
			expect([label, isFile ? error.description : error.message]).toEqual([
				label,
				expect.stringContaining(place.labels[0] ?? ''),
			]);
		},
	);
});

test.each(
	places
		.filter(({ labels, field }) => labels.length > 1 && field.required !== true)
		.map((place) => [place.labels.join(' → '), place] as const),
)('an option that an expression leaves empty is not set: %s', async (_, place) => {
	const isRow = place.labels.length > 2;
	for (const nothing of [undefined, null, '']) {
		const result = await run(place.with('={{ $json.value }}'), nothing);
		// A row of which nothing is left is an entry without its content, and may be refused.
		if (!isRow) expect(result.error('Node')?.message).toBeUndefined();
	}
});

test.each(
	places
		.filter(({ field }) => field.type === 'number' || field.type === 'boolean')
		.map((place) => [place.labels.join(' → '), place] as const),
)('numbers and switches may come as text: %s', async (_, place) => {
	const value = place.field.type === 'number' ? 1 : true;
	const [typed, asText] = [
		await run(place.with('={{ $json.value }}'), value),
		await run(place.with('={{ $json.value }}'), String(value)),
	].map((result) => result.error('Node')?.message);
	expect(asText).toBe(typed);
});
