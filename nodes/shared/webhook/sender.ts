import { isSecret, SECRET_HEADER } from './secret';

/** A call to a webhook, from whomever. */
export interface ReceivedCall {
	/** What is in the header for it. */
	secret: string | undefined;
	body: unknown;
	/** Of the address that was called: all that AssemblyAI lets a user hand through. */
	query: Record<string, unknown>;
}

/** An answer that starts nothing. */
export interface Refusal {
	/** AssemblyAI calls again after a 5xx and gives up after a 4xx. */
	status: 200 | 400 | 403 | 404 | 503;
	message: string;
}

/** The answer to whoever does not know the secret; nothing for AssemblyAI. */
export function refusalOfSender(
	/** Of the credential, if it has one, and whether calls are taken although there is none. */
	{ secret, acceptsUnsigned }: { secret: string | undefined; acceptsUnsigned: boolean },
	call: ReceivedCall,
): Refusal | undefined {
	if (secret !== undefined) {
		if (isSecret(call.secret ?? '', secret)) return undefined;
		return {
			status: 403,
			message: `The header ${SECRET_HEADER} does not have the Webhook Secret of the AssemblyAI credential`,
		};
	}
	if (acceptsUnsigned) return undefined;
	return {
		status: 403,
		message:
			'The AssemblyAI credential has no Webhook Secret, and Accept Calls Without Secret is off',
	};
}
