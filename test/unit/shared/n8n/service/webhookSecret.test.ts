import { executeContext } from '../../../../support/unit/executeContext';

import { InputError } from '../../../../../nodes/shared/api/core/errors';
import {
	webhookSecretOf,
	withWebhookSecret,
} from '../../../../../nodes/shared/n8n/service/webhookSecret';
import { SECRET_HEADER } from '../../../../../nodes/shared/webhook/secret';
import { failureOf } from '../../../../support/unit/failureOf';

const webhook = { webhook_url: 'https://n8n.test/webhook' };

test.each([
	[{}, undefined],
	[{ webhookSecret: '' }, undefined],
	[{ webhookSecret: '  ' }, undefined],
	[{ webhookSecret: ' hush \n' }, 'hush'],
])('%j has the secret %j', async (credential, secret) => {
	expect(await webhookSecretOf(executeContext({ credential }))).toBe(secret);
});

test.each(['schön', 'a\nb'])('%j cannot be sent as a header', async (webhookSecret) => {
	const context = executeContext({ credential: { webhookSecret } });
	const error = await failureOf(webhookSecretOf(context), InputError);
	expect(error.message).toBe('The Webhook Secret of the AssemblyAI credential cannot be used');
	expect(error.facts.hint).toBe(
		'It is sent as an HTTP header: use letters, digits and signs of plain ASCII, on one line.',
	);
});

test('goes along with a webhook', async () => {
	const context = executeContext({ credential: { webhookSecret: 'hush' } });
	expect(await withWebhookSecret(context, webhook)).toEqual({
		...webhook,
		webhook_auth_header_name: SECRET_HEADER,
		webhook_auth_header_value: 'hush',
	});
});

test.each<[Record<string, unknown>, string]>([
	[{ punctuate: true }, 'without a webhook'],
	[{ ...webhook, webhook_auth_header_name: 'own', webhook_auth_header_value: 'own' }, 'own header'],
	[{ ...webhook, webhook_auth_header_name: null }, 'none wanted'],
])('%j stays as it is: %s', async (parameters) => {
	const context = executeContext({ credential: { webhookSecret: 'hush' } });
	expect(await withWebhookSecret(context, parameters)).toEqual(parameters);
});

test('nothing goes along where the credential has none', async () => {
	expect(await withWebhookSecret(executeContext(), webhook)).toEqual(webhook);
});
