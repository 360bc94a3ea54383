import assert from 'node:assert/strict';
import { z } from 'zod';
import { parseAs } from '../../../../support/n8n/parseAs';
import {
	isOurs,
	readExample,
	withCredentials,
	type WorkflowNode,
} from '../../../client/workflowFile';
import { recordingServer } from '../../../standin/recordingServer';
import type { Scenario, World } from '../../World';
import { assertSuccess } from '../runExample';

const CALLS = 3;
/** Nobody waits for a Monday. */
const EVERY_FEW_SECONDS = { rule: { interval: [{ field: 'seconds', secondsInterval: 5 }] } };

const message = z.object({
	channel: z.literal('C012AB3CD'),
	// Other scenarios may have left calls as well.
	text: z.string().regex(/^(\d+) of \1 calls of the last seven days\n[^]*positive: \1, neutral: 0/),
});

export const weeklyDigest: Scenario = {
	title: 'Weekly digest',
	async run(world) {
		const { account, api, internet, session, steps } = world;
		await steps.run(`Transcribe ${CALLS} calls`, async () => await transcribe(world));
		const token = { accessToken: 'xoxb-token' };
		const slackApi = await session.createCredential('Slack for the digest', 'slackApi', token);
		const others: Record<string, WorkflowNode['credentials']> = { Slack: { slackApi } };
		const example = await readExample('weekly-digest.json');
		const nodes = example.nodes.map((node) =>
			node.name === 'Every Monday' ? { ...node, parameters: EVERY_FEW_SECONDS } : node,
		);
		const { id } = await api.createWorkflow(
			withCredentials({ ...example, nodes }, (node) =>
				isOurs(node) ? { assemblyAiAccountApi: account } : others[node.name],
			),
		);
		await steps.run('Activate it, until it has run once', async () => {
			await api.activate(id);
			const execution = await api.finishedExecution(id);
			await api.deactivate(id);
			assertSuccess(execution);
		});
		await steps.run('Slack gets what all calls of the week say', async () => {
			const told = internet.to('POST', /chat\.postMessage$/).at(-1);
			const { text } = parseAs(message, told?.body, 'The message');
			assert(Number(text.split(' ')[0]) >= CALLS);
			for (const line of text.split('\n')) steps.note(line);
		});
	},
};

async function transcribe({ sandbox, cleanup }: World): Promise<void> {
	const audio_url = await recordingServer(cleanup);
	for (let call = 0; call < CALLS; call++) {
		const reply = await fetch(`${sandbox.url}/v2/transcript`, {
			method: 'POST',
			headers: { authorization: sandbox.apiKey, 'content-type': 'application/json' },
			body: JSON.stringify({ audio_url, speaker_labels: true, speech_models: ['universal-2'] }),
		});
		assert.equal(reply.status, 200, await reply.text());
	}
}
