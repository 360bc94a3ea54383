import { executeContext } from '../../../../support/unit/executeContext';

import { InputError } from '../../../../../nodes/shared/api/core/errors';
import { serviceOf } from '../../../../../nodes/shared/n8n/service/service';
import { failureOf } from '../../../../support/unit/failureOf';

const urlsOf = async (credential: Record<string, string>) => {
	const { speechToTextUrl, llmGatewayUrl } = await serviceOf(executeContext({ credential }));
	return [speechToTextUrl, llmGatewayUrl];
};

test.each([
	[{}, ['https://api.assemblyai.com', 'https://llm-gateway.assemblyai.com']],
	[{ region: 'us' }, ['https://api.assemblyai.com', 'https://llm-gateway.assemblyai.com']],
	[{ region: 'eu' }, ['https://api.eu.assemblyai.com', 'https://llm-gateway.eu.assemblyai.com']],
	[
		{ region: 'eu', speechToTextUrl: 'http://left.over', llmGatewayUrl: 'http://left.over' },
		['https://api.eu.assemblyai.com', 'https://llm-gateway.eu.assemblyai.com'],
	],
	[
		{ region: 'custom', speechToTextUrl: 'http://stt.test//', llmGatewayUrl: 'https://g.test/ai/' },
		['http://stt.test', 'https://g.test/ai'],
	],
	[
		{ region: 'custom', speechToTextUrl: ' http://stt.test', llmGatewayUrl: 'http://g.test/ ' },
		['http://stt.test', 'http://g.test'],
	],
])('%j has both hosts in one region', async (credential, urls) => {
	expect(await urlsOf(credential)).toEqual(urls);
});

test.each([
	[{ region: 'custom', llmGatewayUrl: 'http://g.test' }, 'Speech-to-Text URL'],
	[{ region: 'custom', speechToTextUrl: 'api.assemblyai.com' }, 'Speech-to-Text URL'],
	[{ region: 'custom', speechToTextUrl: 'http://stt.test', llmGatewayUrl: 'g' }, 'LLM Gateway URL'],
])('%j names the field that is no URL', async (credential, label) => {
	const error = await failureOf(urlsOf(credential), InputError);
	expect(error.message).toBe(`The ${label} of the AssemblyAI credential is not a URL`);
});

test('it stops with the execution', async () => {
	const { signal } = new AbortController();
	expect((await serviceOf(executeContext({ signal }))).signal).toBe(signal);
});

describe('the name of the account', () => {
	const nameOf = async (credential: Record<string, string>) =>
		(await serviceOf(executeContext({ credential }))).account;

	test('is the same for every execution, and another for another key or region', async () => {
		const credential = { apiKey: 'secret-key', region: 'us' };
		expect(await nameOf(credential)).toBe(await nameOf(credential));
		expect(await nameOf({ ...credential, region: 'eu' })).not.toBe(await nameOf(credential));
		expect(await nameOf({ ...credential, apiKey: 'other' })).not.toBe(await nameOf(credential));
	});

	test('does not tell the key', async () => {
		expect(await nameOf({ apiKey: 'secret-key' })).not.toContain('secret');
	});
});
