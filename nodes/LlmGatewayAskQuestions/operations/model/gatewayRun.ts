import { limiterOf } from '../../../shared/limiter';
import { ExecutionHints } from '../../../shared/n8n/items/executionHints';
import type { Run } from '../../../shared/n8n/items/runItems';
import { serviceOf } from '../../../shared/n8n/service/service';
import { tokenUsageRecorder } from '../../../shared/n8n/items/tokenUsage';
import { GatewaySession } from '../../../shared/gateway/gatewaySession';
import { joinGates } from '../../../shared/gateway/sharedGates';
import { JobStatuses } from '../../../shared/transcript/waiting/jobStatuses';
import type { SourceAccess } from '../withSource';

/** Few, but enough to use the limit of 30 requests a minute when an answer takes ten seconds. */
const REQUESTS_AT_ONCE = 5;

/** What all requests of a run have to share. */
export interface GatewayRun {
	gateway: GatewaySession;
	access: SourceAccess;
	/** Puts the tokens that the run has used so far where n8n keeps them. */
	recordUsage(): void;
	/** Tells the user what the run has found out about models. */
	tellOfModels(): void;
}

/** Opens LLM Gateway for a run, which is closed when the run ends. */
export async function openGateway({ context, isHalted, atEnd }: Run): Promise<GatewayRun> {
	const service = await serviceOf(context);
	const { gates, leave } = joinGates(service);
	atEnd(leave);
	const gateway = new GatewaySession(service, gates);
	const record = tokenUsageRecorder(context);
	const hints = new ExecutionHints(context);
	const inTurn = limiterOf(REQUESTS_AT_ONCE);
	return {
		gateway,
		access: { service, jobStatuses: new JobStatuses(service), inTurn, isHalted },
		recordUsage: () => record(gateway.usage),
		tellOfModels() {
			for (const model of gateway.models.withoutReasoning()) {
				const message = `${model} does not take Reasoning Effort, so it was asked without it`;
				hints.show(`reasoning of ${model}`, message, 'info');
			}
		},
	};
}
