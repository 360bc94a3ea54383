import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { z } from 'zod';
import { dataObject } from '../shared/n8n/items/dataObject';
import { triggerError } from '../shared/n8n/items/failures';
import { serviceOf } from '../shared/n8n/service/service';
import { answer, receivedCall } from '../shared/n8n/service/receivedCall';
import { webhookSecretOf } from '../shared/n8n/service/webhookSecret';
import { outcomeOf } from '../shared/outcome';
import { deliveriesIn, type Deliveries } from '../shared/webhook/deliveries';
import { receiveCallBack, type Reception } from '../shared/webhook/receiveCallBack';
import { UnsignedCalls } from '../shared/webhook/unsignedCalls';
import { settingsOf } from './settings';

/**
 * Starts the workflow, which n8n answers with 200, or tells the caller why not.
 * @throws NodeOperationError for what only the user can put right: n8n shows it as a failed execution and
 * answers 500, so that AssemblyAI calls again
 */
export async function answerCall(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const outcome = await outcomeOf(receive(context));
	if (!outcome.ok) throw triggerError(context.getNode(), outcome.error);
	if ('status' in outcome.value) return answer(context, outcome.value);
	return { workflowData: [[{ json: dataObject(outcome.value.output) }]] };
}

async function receive(context: IWebhookFunctions): Promise<Reception> {
	const receiver = {
		...settingsOf(context),
		service: await serviceOf(context),
		secret: await webhookSecretOf(context),
		unsignedCalls: unsignedCallsOf(context),
		deliveries: deliveriesOf(context),
	};
	return await receiveCallBack(receiver, receivedCall(context));
}

const delivered = z.array(z.string());

/**
 * Kept in the workflow's static data, which n8n saves with it. Who tries the trigger out may call it with the
 * same transcript as often as he or she likes.
 */
function deliveriesOf(context: IWebhookFunctions): Deliveries {
	if (context.getMode() === 'manual') return deliveriesIn([]);
	const kept = context.getWorkflowStaticData('node');
	const keys = delivered.safeParse(kept.delivered);
	const deliveries = deliveriesIn(keys.success ? keys.data : []);
	return {
		has: (key) => deliveries.has(key),
		add(key) {
			deliveries.add(key);
			// Set anew, because n8n sees only that a field changes.
			kept.delivered = keys.success ? [...keys.data] : [key];
		},
	};
}

const MAX_TRIGGERS = 100;
const unsignedCallsByTrigger = new Map<string, UnsignedCalls>();

/** In this process only: what strangers send must not end up in the database. */
function unsignedCallsOf(context: IWebhookFunctions): UnsignedCalls {
	const trigger = `${context.getWorkflow().id} ${context.getNode().id}`;
	const calls = unsignedCallsByTrigger.get(trigger) ?? new UnsignedCalls();
	unsignedCallsByTrigger.delete(trigger);
	unsignedCallsByTrigger.set(trigger, calls);
	const [oldest] = unsignedCallsByTrigger.keys();
	if (unsignedCallsByTrigger.size > MAX_TRIGGERS && oldest) unsignedCallsByTrigger.delete(oldest);
	return calls;
}
