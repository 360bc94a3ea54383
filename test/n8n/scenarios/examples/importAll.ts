import assert from 'node:assert/strict';
import { CHAT_MODEL_PACKAGE } from '../../install/installPackage';
import { exampleFiles, readExample } from '../../client/workflowFile';
import type { Scenario } from '../World';

/** Every node in every example is one that n8n has, in the version that the example names. */
export const importAll: Scenario = {
	title: 'All examples',
	async run({ api, hasAiNodeSdk, session, steps }) {
		const known = await session.nodeTypes();
		for (const file of await exampleFiles()) {
			await steps.run(`Import examples/${file}, know all its nodes`, async () => {
				const example = await readExample(file);
				for (const { name, type, typeVersion } of example.nodes) {
					if (type.startsWith(CHAT_MODEL_PACKAGE) && !hasAiNodeSdk) continue;
					assert.ok(known.get(type)?.includes(typeVersion), `${name}: ${type} ${typeVersion}`);
				}
				await api.createWorkflow(example);
			});
		}
	},
};
