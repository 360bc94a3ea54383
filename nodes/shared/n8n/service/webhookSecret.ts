import type { IExecuteFunctions, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { InputError } from '../../api/core/errors';
import { withSecretHeader } from '../../webhook/secret';
import { CREDENTIAL_TYPE } from './httpClient';

const account = z.object({ webhookSecret: z.string().trim().default('') });

/** What every server passes on unchanged in a header. */
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * The secret of the credential that call-backs are to carry, if it has one.
 * @throws InputError when it cannot be sent as a header
 */
export async function webhookSecretOf(
	context: IExecuteFunctions | IHookFunctions | IWebhookFunctions,
): Promise<string | undefined> {
	const { webhookSecret } = account.parse(await context.getCredentials(CREDENTIAL_TYPE));
	if (!PLAIN.test(webhookSecret)) {
		throw new InputError('The Webhook Secret of the AssemblyAI credential cannot be used', {
			hint: 'It is sent as an HTTP header: use letters, digits and signs of plain ASCII, on one line.',
		});
	}
	return webhookSecret === '' ? undefined : webhookSecret;
}

/**
 * Request parameters with the credential's secret where they have a webhook. They are for sending only: the
 * name of the work is made without the secret, so that nothing derived from it is saved with the execution
 * and a new secret does not make a paid job unknown.
 */
export async function withWebhookSecret(
	context: IExecuteFunctions,
	parameters: Record<string, unknown>,
): Promise<Record<string, unknown>> {
	if (typeof parameters.webhook_url !== 'string') return parameters;
	const secret = await webhookSecretOf(context);
	return secret === undefined ? parameters : withSecretHeader(parameters, secret);
}
