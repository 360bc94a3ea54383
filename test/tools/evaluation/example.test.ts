import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { EngineHarness } from '../../engine/harness';
import { readWorkflow } from '../../../tools/demo/exampleWorkflow';
import { textFor } from '../../../tools/evaluation/set/labelledSet';
import { readOwnSet } from '../../../tools/evaluation/set/ownSet';

const EXAMPLES = path.resolve(__dirname, '../../../examples');
const SET = readOwnSet(path.join(EXAMPLES, 'evaluation'), Infinity);
const ROWS = SET.calls.map((call) => ({
	call: call.id,
	transcript: textFor(call),
	expected: JSON.stringify(Object.fromEntries(call.expected)),
}));

async function exampleNode(name: string) {
	const { nodes } = await readWorkflow(path.join(EXAMPLES, 'evaluation-of-answers.json'));
	const node = nodes.find((one) => one.name === name);
	if (!node) throw new Error(`The example has no node ${name}`);
	return node;
}

test('the rows for the data table are the calls of the set', () => {
	const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
	const lines = [['call', 'transcript', 'expected'], ...ROWS.map((row) => Object.values(row))];
	const table = lines.map((cells) => `${cells.map(cell).join(',')}\n`).join('');
	expect(readFileSync(path.join(EXAMPLES, 'evaluation/data-table.csv'), 'utf8')).toBe(table);
});

test('the example asks the questions of the set', async () => {
	const { parameters } = await exampleNode('LLM Gateway Ask Questions');
	expect(JSON.parse(String(parameters.questionsJson))).toEqual(JSON.parse(SET.questionsJson));
});

const metricsSchema = z.object({
	right_answers: z.number(),
	verified_quotes: z.number(),
	unknown_though_told: z.number(),
	told_though_unknown: z.number(),
});

const TRIGGER = 'When fetching a dataset row';
const COMPARE = 'Hold against labels';

/** What the example makes of one row and some answers. */
async function metricsFor(expected: unknown, json: Record<string, unknown>) {
	const harness = await EngineHarness.start();
	try {
		const result = await harness.run({
			workflow: {
				nodes: [
					{ name: TRIGGER, type: 'n8n-nodes-base.manualTrigger', parameters: {} },
					{
						name: 'Answers',
						type: 'n8n-nodes-base.set',
						typeVersion: 3.4,
						parameters: { mode: 'raw', jsonOutput: JSON.stringify(json), options: {} },
					},
					await exampleNode(COMPARE),
				],
				connections: {
					[TRIGGER]: { main: [[{ node: 'Answers', type: 'main', index: 0 }]] },
					Answers: { main: [[{ node: COMPARE, type: 'main', index: 0 }]] },
				},
			},
			start: TRIGGER,
			startItems: [{ json: { expected: JSON.stringify(expected) } }],
		});
		expect(result.error(COMPARE)).toBeUndefined();
		return metricsSchema.parse(result.items(COMPARE)[0]?.json);
	} finally {
		await harness.dispose();
	}
}

const detail = (answer: unknown, verified: boolean) => ({ answer, evidence: { verified } });

test('the example counts what is right, unknown and told, on n8n’s engine', async () => {
	const expected = { a: 'Bergen', b: { contains: 'my money' }, c: null, d: 5, e: true, f: null };
	const answers = { a: 'bergen.', b: 'I want my money back', c: null, d: null, e: false, f: 'x' };
	const details = [detail('bergen.', true), detail(false, false), detail(null, false)];
	expect(await metricsFor(expected, { answers, details })).toEqual({
		right_answers: 0.5,
		verified_quotes: 0.5,
		unknown_though_told: 1,
		told_though_unknown: 1,
	});
});

test('a row without any answer has no verified quote, and no metric that n8n refuses', async () => {
	const details = [detail(null, false)];
	expect(await metricsFor({ a: null }, { answers: { a: null }, details })).toEqual({
		right_answers: 1,
		verified_quotes: 0,
		unknown_though_told: 0,
		told_though_unknown: 0,
	});
});
