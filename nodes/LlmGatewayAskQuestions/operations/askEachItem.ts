import type { IExecuteFunctions } from 'n8n-workflow';
import { withTranscriptId } from '../../shared/api/core/errors';
import { includeInput } from '../../shared/n8n/items/includeInput';
import type { Operation, Output } from '../../shared/n8n/items/runItems';
import { outcomeOf } from '../../shared/outcome';
import type { GatewaySession } from '../../shared/gateway/gatewaySession';
import type { Source } from '../../shared/gateway/source';
import { openGateway } from './model/gatewayRun';
import { readSubject } from './transcriptFields';
import { withSource } from './withSource';

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
	return async (run) => {
		const { context } = run;
		const { gateway, access, recordUsage, tellOfModels } = await openGateway(run);
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
					return await inquiry.ask(gateway, source).finally(recordUsage);
				});
				tellOfModels();
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
