import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const packageJson = {
	name: 'n8n-nodes-fixture',
	version: '1.0.0',
	n8n: {
		n8nNodesApiVersion: 1,
		credentials: ['dist/credentials/FixtureApi.credentials.js'],
		nodes: ['dist/nodes/Fixture/Fixture.node.js'],
	},
};

const credential = `
exports.FixtureApi = class FixtureApi {
	name = 'fixtureApi';
	displayName = 'Fixture API';
	properties = [
		{ displayName: 'API Key', name: 'apiKey', type: 'string', default: '' },
		{ displayName: 'Region', name: 'region', type: 'options', default: 'us',
			options: [{ name: 'US', value: 'us' }, { name: 'Custom', value: 'custom' }] },
		{ displayName: 'URL', name: 'url', type: 'string', default: 'http://127.0.0.1:9',
			displayOptions: { show: { region: ['custom'] } } },
	];
	authenticate = { type: 'generic', properties: { headers: { authorization: '={{$credentials.apiKey}}' } } };
	test = {
		request: { baseURL: '={{$credentials.url}}', url: '/test', qs: { limit: 1 } },
		rules: [{ type: 'responseCode', properties: { value: 402, message: 'The account has no balance left' } }],
	};
};`;

/** One operation per thing that the harness promises: each shows how the engine treats it. */
const node = `
const operations = {
	async request(context, index, json) {
		const response = await context.helpers.httpRequestWithAuthentication.call(context, 'fixtureApi', { url: json.url, json: true });
		return { json: { response } };
	},
	async credential(context) {
		return { json: { ...(await context.getCredentials('fixtureApi')) } };
	},
	async binary(context, index) {
		const binary = context.helpers.assertBinaryData(index, 'data');
		const content = await context.helpers.getBinaryDataBuffer(index, 'data');
		return { json: { text: content.toString(), stored: binary.id !== undefined } };
	},
	async say(context) {
		context.sendMessageToUI('Uploading', 'call.mp3');
		context.customData.set('transcriptId', 'abc');
		return { json: {} };
	},
	async failFirst(context, index, json) {
		const memory = context.getContext('node');
		memory.tries = (memory.tries ?? 0) + 1;
		if (memory.tries <= json.failures) throw new Error('Try ' + memory.tries + ' failed');
		return { json: { tries: memory.tries } };
	},
	async wait(context) {
		const signal = context.getExecutionCancelSignal();
		const stopped = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
		context.sendMessageToUI('waiting');
		await stopped;
		return { json: {} };
	},
	async fail(context, index) {
		throw new Error('Item ' + index + ' failed');
	},
};
exports.Fixture = class Fixture {
	description = {
		displayName: 'Fixture', name: 'fixture', group: [], version: 1, description: '',
		defaults: { name: 'Fixture' }, inputs: ['main'], outputs: ['main'],
		credentials: [{ name: 'fixtureApi', required: true }],
		properties: [
			{ displayName: 'Operation', name: 'operation', type: 'string', default: 'request' },
			{ displayName: 'Needed', name: 'needed', type: 'string', default: 'yes', required: true },
		],
	};
	methods = { listSearch: { async find(filter, paginationToken) {
		const { apiKey } = await this.getCredentials('fixtureApi');
		const parameter = this.getCurrentNodeParameter('operation');
		return { results: [{ name: [filter, apiKey, parameter].join(' '), value: '1' }], paginationToken };
	} } };
	async execute() {
		const output = [];
		for (const [index, { json }] of this.getInputData().entries()) {
			try {
				const operation = operations[this.getNodeParameter('operation', index)];
				output.push({ ...(await operation(this, index, json)), pairedItem: { item: index } });
			} catch (error) {
				if (!this.continueOnFail()) throw error;
				output.push({ json: { error: error.message }, pairedItem: { item: index } });
			}
		}
		return [output];
	}
};`;

/** Writes a built community package into a temporary folder. @returns the folder and its removal */
export function createFixturePackage(): { directory: string; remove: () => void } {
	const directory = mkdtempSync(path.join(tmpdir(), 'n8n-nodes-fixture-'));
	const write = (file: string, content: string) => {
		mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
		writeFileSync(path.join(directory, file), content);
	};
	write('package.json', JSON.stringify(packageJson));
	write('dist/credentials/FixtureApi.credentials.js', credential);
	write('dist/nodes/Fixture/Fixture.node.js', node);
	return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}
