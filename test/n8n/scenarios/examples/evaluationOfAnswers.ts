import assert from 'node:assert/strict';
import path from 'node:path';
import { z } from 'zod';
import { textFor } from '../../../../tools/evaluation/set/labelledSet';
import { readOwnSet } from '../../../../tools/evaluation/set/ownSet';
import { createDataTable, rowsOf, runEvaluation } from '../../client/evaluations';
import { isOurs, readExample, withCredentials } from '../../client/workflowFile';
import { EXAMPLES } from '../../../support/n8n/folders';
import { parseAs } from '../../../support/n8n/parseAs';
import type { Scenario, World } from '../World';

const share = z.number().min(0).max(1);

const metricsSchema = z.object({
	right_answers: share,
	verified_quotes: share,
	unknown_though_told: z.number(),
	told_though_unknown: z.number(),
});

export const evaluationOfAnswers: Scenario = {
	title: 'Evaluation of answers',
	async run(world) {
		const { session, steps } = world;
		const { calls, tableId, workflowId } = await steps.run(
			'Make a data table of the labelled calls, import the example, pick table and credential',
			async () => await importEvaluation(world),
		);
		const run = await steps.run('Run the test of the Evaluations tab', async () => {
			const ended = await runEvaluation(session, workflowId);
			assert.equal(ended.status, 'completed', JSON.stringify(ended));
			return ended;
		});
		await steps.run('The run has its metrics, and the table the answers', async () => {
			const metrics = parseAs(metricsSchema, run.metrics, 'The metrics');
			assert.ok(metrics.right_answers > 0);
			for (const [name, value] of Object.entries(metrics)) steps.note(`${name}: ${value}`);
			const rows = await rowsOf(session, tableId);
			assert.equal(rows.length, calls.length);
			for (const { answers } of rows) {
				const given = z.record(z.string(), z.unknown()).parse(JSON.parse(String(answers)));
				assert.ok('reason' in given, String(answers));
			}
		});
	},
};

/** The example as a user sets it up, with the labelled calls of the examples in a table. */
export async function importEvaluation(
	{ api, session, account }: World,
	tableName = 'Labelled calls',
) {
	const { calls } = readOwnSet(path.join(EXAMPLES, 'evaluation'), Infinity);
	const rows = calls.map((call) => ({
		call: call.id,
		transcript: textFor(call),
		expected: JSON.stringify(Object.fromEntries(call.expected)),
	}));
	const tableId = await createDataTable(session, tableName, rows);
	const example = withCredentials(await readExample('evaluation-of-answers.json'), (node) =>
		isOurs(node) ? { assemblyAiAccountApi: account } : undefined,
	);
	const table = { __rl: true, mode: 'id', value: tableId };
	const nodes = example.nodes.map((node) =>
		'dataTableId' in node.parameters
			? { ...node, parameters: { ...node.parameters, dataTableId: table } }
			: node,
	);
	const { id: workflowId } = await api.createWorkflow({ ...example, nodes });
	return { calls, tableId, workflowId };
}
