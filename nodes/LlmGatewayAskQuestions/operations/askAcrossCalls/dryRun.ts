import type { IExecuteFunctions } from 'n8n-workflow';
import { planTogether } from '../../../shared/acrossCalls/together/planTogether';
import { plannedRequests } from '../../../shared/questions/questionRequest';
import type { GatewayRun } from '../model/gatewayRun';
import { inquiryOf, type AcrossSettings } from './acrossSettings';
import { callsOutput, refuseNoCalls, warningsOfCalls } from './callsOutput';
import { eachCall } from './eachCall';

interface Plan {
	requests: number;
	inputTokens: number;
}

/** What asking the calls and putting their answers together would take; no model is asked. */
export async function planAcross(
	context: IExecuteFunctions,
	{ gateway, access }: GatewayRun,
	across: AcrossSettings,
): Promise<Record<string, unknown>> {
	const { questions, options, settings } = across;
	const results = await eachCall(context, access, async (source, call) => {
		return await plannedRequests(gateway, inquiryOf(across, source, call));
	});
	refuseNoCalls(results);
	const ofCalls = results.done.map(({ value }) => value);
	await gateway.models.read();
	const model = gateway.models.of(settings.model);
	const { systemPrompt } = options;
	const together = questions.map((question) =>
		planTogether(model, { question, settings, systemPrompt }, ofCalls.length),
	);
	return {
		dryRun: true,
		requests: sums(ofCalls, together, ({ requests }) => requests),
		estimatedInputTokens: sums(ofCalls, together, ({ inputTokens }) => inputTokens),
		calls: callsOutput(results, 0),
		warnings: warningsOfCalls(results),
		model: settings.model,
	};
}

function sums(calls: readonly Plan[], together: readonly Plan[], of: (plan: Plan) => number) {
	const sum = (plans: readonly Plan[]) => plans.reduce((total, plan) => total + of(plan), 0);
	const [ofCalls, ofTogether] = [sum(calls), sum(together)];
	return { calls: ofCalls, together: ofTogether, total: ofCalls + ofTogether };
}
