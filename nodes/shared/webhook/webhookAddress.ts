import { z } from 'zod';
import { readAddress } from '../api/address';
import { InputError } from '../api/core/errors';
import { isPrivate } from '../api/privateHost';

/** Where AssemblyAI is to call, as people paste it and expressions give it. */
export const webhookAddress = z.unknown().transform((value, check): string => {
	const read = readAddress(value, {
		empty: 'it is empty',
		list: 'it is a list, and AssemblyAI calls one address: choose one of them',
		several: 'it has several addresses, and AssemblyAI calls one: choose one of them',
	});
	if ('url' in read) return read.url;
	check.addIssue({ code: 'custom', message: read.fault });
	return z.NEVER;
});

/**
 * @param address of a request, however it came into it
 * @param service that is to call it; one within a network may reach what is in it
 * @throws InputError where the call would never come
 */
export function checkWebhookReach(address: unknown, service: { speechToTextUrl: string }): void {
	if (typeof address !== 'string' || !URL.canParse(address)) return;
	if (!isPrivate(address) || isPrivate(service.speechToTextUrl)) return;
	throw new InputError(
		`AssemblyAI cannot call ${new URL(address).host}, which is within a network`,
		{
			hint: 'The Webhook URL has to be reachable from the internet: set the environment variable WEBHOOK_URL of n8n to the address that is, and copy the Production URL of the trigger again. Or remove Webhook URL and choose the wait mode Wait Until Finished.',
		},
	);
}
