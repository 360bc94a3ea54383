import assert from 'node:assert/strict';
import { z } from 'zod';
import { parseAs } from '../../../support/n8n/parseAs';
import { outputOf, type Execution } from '../../client/PublicApi';
import { submissions } from '../../queue/scenarios/submissions';
import { recordingServer } from '../../standin/recordingServer';
import { assertSuccess } from '../examples/runExample';
import type { Scenario, World } from '../World';
import { ways, type Way } from './ways';

/** The sandbox knows the sample by its bytes: other words would mean that some of them were lost. */
const transcribed = z.object({
	status: z.literal('completed'),
	text: z.string().includes('map'),
	warnings: z.array(z.string()).length(0),
});

export const recordingsAsTheyCome: Scenario = {
	title: 'Recordings as other nodes hand them over',
	async run(world) {
		const url = await recordingServer(world.cleanup);
		for (const way of await ways(world.account, url)) {
			if (way.combines && world.version.startsWith('1.')) continue;
			await world.steps.run(way.title, async () => {
				const before = submissions(world.sandbox);
				const execution = await runWay(world, way);
				assertSuccess(execution);
				const outputs = outputOf(execution, way.called?.by ?? 'Transcribe');
				assert.equal(outputs.length, 1);
				parseAs(transcribed, outputs[0]?.json, 'The output');
				assert.equal(submissions(world.sandbox) - before, 1, 'It is paid once');
			});
		}
	},
};

async function runWay({ session, api }: World, { workflow, called }: Way): Promise<Execution> {
	const calledId = called && (await session.createWorkflow(called.workflow)).id;
	const nodes = workflow.nodes.map((node) =>
		node.name === called?.by
			? {
					...node,
					parameters: {
						...node.parameters,
						workflowId: { __rl: true, mode: 'id', value: calledId },
					},
				}
			: node,
	);
	const { id } = await session.createWorkflow({ ...workflow, nodes });
	return await api.endOf(await session.run(id, { name: 'Start' }));
}
