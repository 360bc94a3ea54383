import { InputError } from '../../../../nodes/shared/api/core/errors';
import { checkWebhookReach, webhookAddress } from '../../../../nodes/shared/webhook/webhookAddress';

const HERE = { speechToTextUrl: 'http://127.0.0.1:4100' };
const OUTSIDE = { speechToTextUrl: 'https://api.assemblyai.com' };

test.each([
	['https://n8n.example.com/webhook/1', 'https://n8n.example.com/webhook/1'],
	['  https://n8n.example.com/webhook/1\n', 'https://n8n.example.com/webhook/1'],
])('%j is read', (value, url) => {
	expect(webhookAddress.parse(value)).toBe(url);
});

test.each([
	['', 'it is empty'],
	[
		['https://a.example', 'https://b.example'],
		'it is a list, and AssemblyAI calls one address: choose one of them',
	],
	[
		'https://a.example/1, https://b.example/2',
		'it has several addresses, and AssemblyAI calls one: choose one of them',
	],
])('%j is told why it is none', (value, fault) => {
	const parsed = webhookAddress.safeParse(value);
	expect(parsed.error?.issues.map(({ message }) => message)).toEqual([fault]);
});

test.each([
	['https://n8n.example.com/webhook/1', OUTSIDE],
	['http://192.168.1.20:5678/webhook/1', HERE],
	['http://localhost:5678/webhook/1', HERE],
	['no address', OUTSIDE],
	[undefined, OUTSIDE],
	[['http://localhost:5678/'], OUTSIDE],
])('%j may be called by %j', (address, service) => {
	expect(() => checkWebhookReach(address, service)).not.toThrow();
});

test.each(['http://localhost:5678/webhook/1', 'https://192.168.1.20/webhook/1'])(
	'%s is not reached from outside',
	(address) => {
		const check = () => checkWebhookReach(address, OUTSIDE);
		expect(check).toThrow(InputError);
		expect(check).toThrow(
			`AssemblyAI cannot call ${new URL(address).host}, which is within a network`,
		);
	},
);

test('an address that is empty is refused as such', () => {
	expect(webhookAddress.safeParse(' ').error?.issues[0]?.message).toBe('it is empty');
});
