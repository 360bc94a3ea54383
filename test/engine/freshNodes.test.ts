import type { INodeParameters } from 'n8n-workflow';
import { AssemblyAiTranscribe } from '../../nodes/AssemblyAiTranscribe/AssemblyAiTranscribe.node';
import { QUESTION_SET_NAMES, QUESTION_SETS } from '../../nodes/shared/questions/sets/questionSets';
import { ASK, TRANSCRIBE, Workbench } from '../support/engine/workbench';

let bench: Workbench;
let transcriptId: string;

beforeAll(async () => {
	bench = await Workbench.open();
	transcriptId = await bench.finishedTranscript();
});
afterAll(async () => await bench.close());

const OPERATIONS = new AssemblyAiTranscribe().description.properties.flatMap(
	({ name, options = [], displayOptions }) =>
		name !== 'operation'
			? []
			: options.flatMap((option) => {
					const [resource] = displayOptions?.show?.resource ?? [];
					return 'value' in option
						? [{ resource: String(resource), operation: String(option.value) }]
						: [];
				}),
);

/** What a person must fill in, because the panel marks it as required and cannot know it. */
const MUST_BE_FILLED: Record<string, INodeParameters> = {
	search: { words: 'map' },
	understand: { features: { summarization: {} } },
};

/** As Ask Questions gives a quote. */
const SAID = { key: 'mood', quote: 'Hello', start: 1_000, end: 3_000 };

/** Run as it comes out of the list of nodes, behind the node that is meant to stand before it. */
async function runFresh(type: string, parameters: INodeParameters) {
	const { binary } = await bench.recording();
	return await bench.harness.runNode({
		type,
		credentials: bench.credentials(),
		parameters,
		items: [
			{ json: { transcriptId, details: [SAID] }, ...(type === TRANSCRIBE && binary && { binary }) },
		],
	});
}

test('there are as many operations as the panel has', () => {
	expect(OPERATIONS.length).toBeGreaterThanOrEqual(8);
});

// Delete gets a transcript of its own, since the others need theirs.
test.each(OPERATIONS)('$resource: $operation runs untouched', async (chosen) => {
	const before = transcriptId;
	if (chosen.operation === 'delete') transcriptId = await bench.finishedTranscript();
	const result = await runFresh(TRANSCRIBE, { ...chosen, ...MUST_BE_FILLED[chosen.operation] });
	transcriptId = before;
	expect(result.error('Node')?.message).toBeUndefined();
	expect(result.output.length).toBeGreaterThan(0);
	expect(result.output[0]?.json).not.toHaveProperty('error');
});

test('Ask Questions runs untouched', async () => {
	const { output } = await runFresh(ASK, {});
	expect(output[0]?.json.answers).toEqual({ customer_sentiment: 'positive' });
});

test.each(QUESTION_SET_NAMES)('the ready-made set %s runs untouched', async (questionSet) => {
	const { output } = await runFresh(ASK, { questionSource: 'readyMade', questionSet });
	expect(Object.keys(Object(output[0]?.json.answers))).toEqual(
		QUESTION_SETS[questionSet].map(({ key }) => key),
	);
});

test('questions as JSON run with the example that is there', async () => {
	const { output } = await runFresh(ASK, { questionSource: 'json' });
	expect(output[0]?.json.answers).toEqual({ customer_sentiment: 'positive' });
});

test('Ask Across Calls runs untouched', async () => {
	const { output } = await runFresh(ASK, { operation: 'askAcrossCalls' });
	expect(output[0]?.json).toMatchObject({
		answers: { customer_sentiment: expect.stringContaining('positive') },
		counts: { customer_sentiment: { answered: 1, values: { positive: 1 } } },
		calls: { asked: 1, answered: 1, failed: 0, failures: [] },
		warnings: [],
	});
});

test('Prompt runs with nothing but a prompt', async () => {
	const { output } = await runFresh(ASK, { operation: 'prompt', prompt: 'What was said?' });
	expect(output[0]?.json.response).toEqual(expect.any(String));
});
