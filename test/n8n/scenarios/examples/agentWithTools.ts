import assert from 'node:assert/strict';
import { z } from 'zod';
import { outputOf, type OutputItem } from '../../client/PublicApi';
import { recordingServer } from '../../standin/recordingServer';
import { parseAs } from '../../../support/n8n/parseAs';
import { assertSuccess, importExample } from './runExample';
import type { Scenario, World } from '../World';

const QUESTION = "What is the customer's sentiment at the end of the call?";

const modelRequest = z.object({
	messages: z.array(z.object({ role: z.string(), content: z.unknown() })),
	tools: z.array(
		z.object({
			function: z.object({
				name: z.string(),
				parameters: z.object({ properties: z.record(z.string(), z.unknown()) }),
			}),
		}),
	),
});

type ModelRequest = z.infer<typeof modelRequest>;

const TOOLS = {
	Transcribe_recording: ['audioUrl'],
	Ask_about_recording: ['transcriptId', 'question'],
};

/** The dialogue says all that the text says, and a model pays for every word that it reads. */
const transcribed = z.tuple([
	z.object({
		transcriptId: z.string().uuid(),
		status: z.literal('completed'),
		dialogue: z.string().startsWith('Speaker A: '),
		text: z.undefined(),
	}),
]);

const asked = z.tuple([
	z.object({
		answers: z.object({ answer: z.literal('positive') }),
		details: z.tuple([
			z.object({
				question: z.literal(QUESTION),
				reason: z.string().min(10),
				evidence: z.object({ quote: z.string().min(10), verified: z.literal(true) }),
			}),
		]),
		transcriptId: z.string().uuid(),
	}),
]);

export const agentWithTools: Scenario = {
	title: 'Agent with call tools',
	async run(world) {
		const { session, steps, cleanup } = world;
		const url = await recordingServer(cleanup);
		const openAiApi = await session.createCredential('OpenAI', 'openAiApi', { apiKey: 'key' });
		const workflow = await importExample(world, 'agent-with-call-tools.json', {
			'Chat Model': { openAiApi },
		});
		const { requests, reply } = await steps.run(
			'Ask about a recording in the chat',
			async () => await chat(world, workflow.id, `${url} ${QUESTION}`),
		);
		await steps.run('The model is offered both tools, with what it has to fill in', async () => {
			for (const request of requests) assert.deepEqual(toolsOf(request), TOOLS);
		});
		await steps.run('It gets the dialogue from one and the answer from the other', async () => {
			assert.equal(requests.length, 3);
			const [, second, third] = requests;
			const [transcript] = parseAs(transcribed, lastResult(second), 'What Transcribe gave');
			const [answer] = parseAs(asked, lastResult(third), 'What Ask Questions gave');
			assert.equal(answer.transcriptId, transcript.transcriptId);
			assert.match(String(reply?.json.output), /Thanks a lot, Dana/);
			steps.note(JSON.stringify(answer.details[0]));
		});
		await steps.run('When a tool fails, the model is told why', async () => {
			const dead = await chat(world, workflow.id, `${url}.gone ${QUESTION}`);
			assert.match(
				String(dead.reply?.json.output),
				/404 Client Error: Not Found.*There is no file at this address/,
			);
		});
	},
};

/** What the model was asked meanwhile, and what the agent said in the end. */
async function chat(
	{ api, internet, session }: World,
	workflowId: string,
	message: string,
): Promise<{ requests: ModelRequest[]; reply: OutputItem | undefined }> {
	const toModel = () => internet.to('POST', /^\/v1\/chat\/completions$/);
	const before = toModel().length;
	const execution = await api.endOf(await session.chat(workflowId, 'Chat', message));
	assertSuccess(execution);
	const requests = toModel()
		.slice(before)
		.map(({ body }) => parseAs(modelRequest, body, 'The request to the model'));
	return { requests, reply: outputOf(execution, 'AI Agent')[0] };
}

function toolsOf({ tools }: ModelRequest): Record<string, string[]> {
	return Object.fromEntries(
		tools.map((tool) => [tool.function.name, Object.keys(tool.function.parameters.properties)]),
	);
}

/** What the latest tool gave to the model. */
function lastResult(request: ModelRequest | undefined): unknown {
	const { role, content } = request?.messages.at(-1) ?? {};
	assert.equal(role, 'tool');
	return JSON.parse(String(content));
}
