import type { IHookFunctions } from 'n8n-workflow';
import { InputError } from '../shared/api/core/errors';
import { triggerError } from '../shared/n8n/items/failures';
import { webhookSecretOf } from '../shared/n8n/service/webhookSecret';
import { outcomeOf } from '../shared/outcome';
import { settingsOf } from './settings';

/** Tells whoever publishes the workflow what would keep the trigger from ever starting it. */
export async function checkBeforeListening(context: IHookFunctions): Promise<void> {
	const checked = await outcomeOf(checkSecret(context));
	if (!checked.ok) throw triggerError(context.getNode(), checked.error);
}

async function checkSecret(context: IHookFunctions): Promise<void> {
	const secret = await webhookSecretOf(context);
	if (secret !== undefined) return;
	const { events, acceptsUnsigned } = settingsOf(context);
	if (events.includes('redactedAudioReady')) {
		throw new InputError(
			'Redacted Audio Ready needs a Webhook Secret in the AssemblyAI credential',
			{
				hint: 'Such a call-back names no transcript that could be looked up: only the secret tells that AssemblyAI sent it.',
			},
		);
	}
	if (acceptsUnsigned) return;
	throw new InputError('The AssemblyAI credential has no Webhook Secret', {
		hint: 'Give it one, any long random text, before you transcribe: it tells that AssemblyAI calls and nobody else. Or turn on Accept Calls Without Secret.',
	});
}
