import { NodeOperationError } from 'n8n-workflow';
import type { Service } from '../../../nodes/shared/api/core/service';
import { GatewayChatModel } from '../../../packages/n8n-nodes-assemblyai-chat-model/nodes/LlmGatewayChatModel/GatewayChatModel';
import type { Settings } from '../../../packages/n8n-nodes-assemblyai-chat-model/nodes/LlmGatewayChatModel/settings';
import { asked, node, settings } from '../../support/unit/chatModel';
import {
	refused,
	said,
	ScriptedGateway,
	type ChatBody,
	type Reply,
} from '../../support/unit/services/scriptedGateway';

const parameters = { type: 'object' as const, properties: { city: { type: 'string' as const } } };

function scripted(answer: (body: ChatBody, number: number) => Reply, more: Partial<Settings> = {}) {
	const gateway = new ScriptedGateway(answer);
	const model = new GatewayChatModel(gateway.service, { ...settings, ...more }, node);
	return { model, requests: gateway.requests };
}

const failure = async (work: Promise<unknown>) => {
	const error = await work.then(
		() => undefined,
		(reason: unknown) => reason,
	);
	if (!(error instanceof NodeOperationError)) throw new Error(`Another error: ${String(error)}`);
	return error;
};

it('sends what every model takes, and nothing that is not set', async () => {
	const { model, requests } = scripted(() => said('Rain.'));
	await model.generate(asked);
	expect(requests).toEqual([
		{
			model: 'claude-sonnet-4-6',
			messages: [{ role: 'user', content: 'Weather in Oslo?' }],
			max_tokens: 4096,
		},
	]);
});

it('sends tools and options, of which additional parameters come last', async () => {
	const { model, requests } = scripted(() => said('Rain.'), {
		temperature: 0,
		reasoningEffort: 'low',
		modelRegion: 'global',
		zeroDataRetention: true,
		additionalParameters: { top_p: 0.5, max_tokens: 9 },
	});
	const tool = { type: 'function' as const, name: 'weather', inputSchema: parameters };
	await model.withTools([tool]).generate(asked);
	expect(requests[0]).toMatchObject({
		tools: [{ type: 'function', function: { name: 'weather', parameters } }],
		temperature: 0,
		reasoning: { effort: 'low' },
		model_region: 'global',
		zero_data_retention: true,
		top_p: 0.5,
		max_tokens: 9,
	});
});

it('waits for one answer as long as is set', async () => {
	const gateway = new ScriptedGateway(() => said('Rain.'));
	const limits: unknown[] = [];
	const service: Service = {
		...gateway.service,
		http: async (request) => {
			limits.push(request.timeoutMs);
			return await gateway.service.http(request);
		},
	};
	await new GatewayChatModel(service, { ...settings, timeoutSeconds: 7.5 }, node).generate(asked);
	expect(limits).toEqual([7500]);
});

it('asks again when the service stumbles', async () => {
	const { model, requests } = scripted((_, number) =>
		number < 3 ? refused(502, 'something went wrong') : said('Rain.'),
	);
	const { message } = await model.generate(asked);
	expect(message.content).toEqual([{ type: 'text', text: 'Rain.' }]);
	expect(requests).toHaveLength(3);
});

it('says what happened, what AssemblyAI said and what to do, at the node itself', async () => {
	const { model } = scripted(() => refused(400, 'model nonsense is not supported'));
	const error = await failure(model.generate(asked));
	expect(error.message).toBe(
		'AssemblyAI did not answer the agent (400: model nonsense is not supported)',
	);
	expect(error.description).toBe(
		'Choose a model from the list: it shows what the region of the credential offers. Request id: request-2.',
	);
	expect(error.functionality).toBe('configuration-node');
});

it('refuses a tool of some provider of its own', async () => {
	const { model } = scripted(() => said('Rain.'));
	const withSearch = model.withTools([{ type: 'provider', name: 'web_search' }]);
	expect((await failure(withSearch.generate(asked))).message).toBe(
		'LLM Gateway has no tool of its own called web_search',
	);
});
