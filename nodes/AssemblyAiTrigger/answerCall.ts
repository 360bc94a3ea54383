import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { z } from 'zod';
import { dataObject } from '../shared/n8n/items/dataObject';
import { triggerError } from '../shared/n8n/items/failures';
import { serviceOf } from '../shared/n8n/service/service';
import { webhookSecretOf } from '../shared/n8n/service/webhookSecret';
import { outcomeOf } from '../shared/outcome';
import {
	receiveCallBack,
	type ReceivedCall,
	type Reception,
	type Refusal,
} from '../shared/webhook/receiveCallBack';
import { SECRET_HEADER } from '../shared/webhook/secret';
import { settingsOf } from './settings';

/**
 * Starts the workflow, which n8n answers with 200, or tells the caller why not.
 * @throws NodeOperationError for what only the user can put right: n8n shows it as a failed execution and
 * answers 500, so that AssemblyAI calls again
 */
export async function answerCall(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const outcome = await outcomeOf(receive(context));
	if (!outcome.ok) throw triggerError(context.getNode(), outcome.error);
	if ('status' in outcome.value) return refuse(context, outcome.value);
	return { workflowData: [[{ json: dataObject(outcome.value.output) }]] };
}

async function receive(context: IWebhookFunctions): Promise<Reception> {
	const receiver = {
		...settingsOf(context),
		service: await serviceOf(context),
		secret: await webhookSecretOf(context),
	};
	return await receiveCallBack(receiver, callOf(context));
}

const receivedCall = z.object({
	headers: z.object({ [SECRET_HEADER]: z.string().optional() }),
	query: z.record(z.string(), z.unknown()),
});

function callOf(context: IWebhookFunctions): ReceivedCall {
	const { headers, query } = receivedCall.parse({
		headers: context.getHeaderData(),
		query: context.getQueryData(),
	});
	return { secret: headers[SECRET_HEADER], query, body: context.getBodyData() };
}

/** As much of the server's response as is needed. */
interface ServerResponse {
	status(code: number): { json(body: unknown): unknown };
}

function refuse(context: IWebhookFunctions, { status, message }: Refusal): IWebhookResponseData {
	if (status !== 200) context.logger.warn(`Call-back answered with ${status}: ${message}`);
	const response: ServerResponse = context.getResponseObject();
	response.status(status).json({ message });
	return { noWebhookResponse: true };
}
