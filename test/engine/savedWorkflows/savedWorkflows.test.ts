import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { NodeHelpers, type INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { operations as transcribeOperations } from '../../../nodes/AssemblyAiTranscribe/operations';
import { operations as askOperations } from '../../../nodes/LlmGatewayAskQuestions/operations';
import { Workbench } from '../../support/engine/workbench';
import { DESCRIPTIONS, savedPlaces } from './savedPanels';
import { shapeOf } from './shape';

// What people have saved with version 1 of the nodes. These files are never brought up to date: where one no
// longer fits, a node needs another version. What is new gets a file of its own, or is added.

const FOLDER = path.join(__dirname, 'version1');
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8'));

const parameters = z.custom<INodeParameters>((value) => typeof value === 'object');
const savedNode = z.object({ type: z.string(), typeVersion: z.literal(1), parameters });
const savedRun = savedNode.extend({ output: z.record(z.string(), z.string()) });
const savedPlace = z.object({
	parameters: z.string(),
	default: z.unknown(),
	values: z.array(z.string()).optional(),
});

const runs = readdirSync(path.join(FOLDER, 'runs')).map((file) => ({
	file,
	...savedRun.parse(read(path.join('runs', file))),
}));
const examples = z.array(savedNode.extend({ example: z.string() })).parse(read('examples.json'));
const panels = z.record(z.string(), z.array(savedPlace)).parse(read('panels.json'));

let bench: Workbench;
beforeAll(async () => {
	bench = await Workbench.open();
});
afterAll(async () => await bench.close());

test('every operation has a workflow that was saved with it', () => {
	expect(runs.map(({ file }) => file.replace('.json', '')).sort()).toEqual(
		[...transcribeOperations, ...askOperations].map(({ value }) => value).sort(),
	);
});

test.each(runs)('$file runs, and its output has the fields that it had', async (saved) => {
	const { type, typeVersion, output } = saved;
	const transcriptId = await bench.finishedTranscript();
	const input = await bench.recording(undefined, { transcriptId });
	const result = await bench.harness.runNode({
		...{ type, parameters: saved.parameters, node: { typeVersion }, items: [input] },
		credentials: bench.credentials(),
	});
	expect(result.error('Node')).toBeUndefined();
	expect(shapeOf(result.output[0]?.json)).toMatchObject(output);
});

/** A node's parameters as n8n has them when it has loaded a workflow; what the node does not know is gone. */
function loaded(type: string, given: INodeParameters): INodeParameters | null {
	const description = DESCRIPTIONS[type];
	if (!description) throw new Error(`There is no node ${type}`);
	const node = { typeVersion: 1, parameters: given };
	return NodeHelpers.getNodeParameters(
		description.properties,
		given,
		true,
		false,
		node,
		description,
	);
}

test.each([...runs.map((run) => ({ ...run, example: run.file })), ...examples])(
	'n8n loads $type of $example and loses nothing',
	({ type, parameters: given }) => {
		expect(loaded(type, given)).toMatchObject(given);
	},
);

test.each(Object.entries(panels))(
	'all that %s could be set to is there, and means the same',
	(type, saved) => {
		const now = new Map(
			savedPlaces(DESCRIPTIONS[type]?.properties ?? []).map((place) => [place.parameters, place]),
		);
		expect(saved.length).toBeGreaterThan(0);
		const lost = saved.filter(({ parameters: name }) => !now.has(name));
		expect(lost).toEqual([]);
		for (const { parameters: name, default: before, values = [] } of saved) {
			const place = now.get(name);
			expect([name, place?.default]).toEqual([name, before]);
			expect(place?.values ?? values).toEqual(expect.arrayContaining(values));
		}
	},
);
