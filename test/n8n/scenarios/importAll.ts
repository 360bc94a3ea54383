import assert from 'node:assert/strict';
import { exampleFiles, readExample } from '../client/workflowFile';
import type { Scenario } from './World';

/** Also for the examples whose trigger is out of reach of a test: every node in them is one that n8n has. */
export const importAll: Scenario = {
	title: 'All examples',
	async run({ api, session, steps }) {
		const known = await session.nodeTypes();
		for (const file of await exampleFiles()) {
			await steps.run(`Import examples/${file}, know all its nodes`, async () => {
				const example = await readExample(file);
				for (const { name, type, typeVersion } of example.nodes) {
					assert.ok(known.get(type)?.includes(typeVersion), `${name}: ${type} ${typeVersion}`);
				}
				await api.createWorkflow(example);
			});
		}
	},
};
