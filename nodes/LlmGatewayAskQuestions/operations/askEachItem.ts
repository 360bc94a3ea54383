import type { IExecuteFunctions } from 'n8n-workflow';
import { withTranscriptId } from '../../shared/api/core/errors';
import { limiterOf } from '../../shared/limiter';
import { ExecutionHints } from '../../shared/n8n/items/executionHints';
import { includeInput } from '../../shared/n8n/items/includeInput';
import type { Operation, Output } from '../../shared/n8n/items/runItems';
import { serviceOf } from '../../shared/n8n/service/service';
import { tokenUsageRecorder } from '../../shared/n8n/items/tokenUsage';
import { outcomeOf } from '../../shared/outcome';
import { GatewaySession } from '../../shared/gateway/gatewaySession';
import { joinGates } from '../../shared/gateway/sharedGates';
import type { Source } from '../../shared/gateway/source';
import { JobStatuses } from '../../shared/transcript/jobStatuses';
import { readSubject } from './transcriptFields';
import { withSource } from './withSource';

/** Few, but enough to use the limit of 30 requests a minute when an answer takes ten seconds. */
const REQUESTS_AT_ONCE = 5;

/** What an operation asks for one item, its parameters read. */
export interface ItemInquiry {
	/** For the log of a manual run: "5 questions". */
	what: string;
	includeInputFields: boolean;
	ask(gateway: GatewaySession, source: Source): Promise<Output[]>;
}

/**
 * Asks about the transcript of each item; what all items of a run have to share is shared here.
 * @param inquiriesOf begins a run and reads what is asked for each of its items
 */
export function askEachItem(
	inquiriesOf: (context: IExecuteFunctions) => (itemIndex: number) => ItemInquiry,
): Operation {
	return async ({ context, isHalted, atEnd }) => {
		const service = await serviceOf(context);
		const { gates, leave } = joinGates(service);
		atEnd(leave);
		const gateway = new GatewaySession(service, gates);
		const recordUsage = tokenUsageRecorder(context);
		const hints = new ExecutionHints(context);
		const access = {
			service,
			jobStatuses: new JobStatuses(service),
			inTurn: limiterOf(REQUESTS_AT_ONCE),
			isHalted,
		};
		const readInquiry = inquiriesOf(context);
		return async (itemIndex) => {
			const subject = readSubject(context, itemIndex);
			const { transcriptId } = subject;
			const answer = async (): Promise<Output[]> => {
				const inquiry = readInquiry(itemIndex);
				const outputs = await withSource(access, subject, async (source) => {
					const subjectName =
						transcriptId === undefined ? 'the text' : `transcript ${transcriptId}`;
					context.sendMessageToUI(`Asking ${inquiry.what} about ${subjectName}`);
					return await inquiry.ask(gateway, source).finally(() => recordUsage(gateway.usage));
				});
				for (const model of gateway.models.withoutReasoning()) {
					const message = `${model} does not take Reasoning Effort, so it was asked without it`;
					hints.show(`reasoning of ${model}`, message, 'info');
				}
				if (!inquiry.includeInputFields) return outputs;
				return outputs.map((output) => includeInput(context, itemIndex, output));
			};
			const task = async () => {
				const outcome = await outcomeOf(answer());
				if (outcome.ok) return outcome.value;
				const { error } = outcome;
				throw transcriptId === undefined ? error : withTranscriptId(transcriptId, error);
			};
			return [task];
		};
	};
}
