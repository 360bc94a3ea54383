import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { z } from 'zod';
import { SECRET_HEADER } from '../../webhook/secret';
import type { ReceivedCall, Refusal } from '../../webhook/sender';

const fields = z.record(z.string(), z.unknown());

/** What was sent to the webhook of a node. */
export function receivedCall(context: IWebhookFunctions): ReceivedCall {
	const secret = context.getHeaderData()[SECRET_HEADER];
	const query = fields.safeParse(context.getQueryData());
	return {
		// A header that was sent twice is a list, and no secret.
		secret: typeof secret === 'string' ? secret : undefined,
		query: query.success ? query.data : {},
		body: context.getBodyData(),
	};
}

/** As much of the server's response as is needed. */
interface ServerResponse {
	status(code: number): { json(body: unknown): unknown };
}

/** Answers the caller, and has n8n start nothing. */
export function answer(
	context: IWebhookFunctions,
	{ status, message }: Refusal,
): IWebhookResponseData {
	if (status !== 200) context.logger.warn(`Call-back answered with ${status}: ${message}`);
	const response: ServerResponse = context.getResponseObject();
	response.status(status).json({ message });
	return { noWebhookResponse: true };
}
