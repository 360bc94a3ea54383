import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { eventName } from '../shared/webhook/callBack';

const settings = z.object({
	events: z.array(eventName),
	simplify: z.boolean(),
	acceptsUnsigned: z.boolean(),
});

/** What the user chose in the panel, which offers nothing but these values. */
export function settingsOf(context: IHookFunctions | IWebhookFunctions): z.infer<typeof settings> {
	return settings.parse({
		events: context.getNodeParameter('events'),
		simplify: context.getNodeParameter('simplify'),
		acceptsUnsigned: context.getNodeParameter('acceptCallsWithoutSecret', false),
	});
}
