import type { IExecuteFunctions } from 'n8n-workflow';
import { acrossOutput, perCallOutput } from '../../../shared/acrossCalls/acrossOutput';
import { answerAcross, type AcrossQuestion } from '../../../shared/acrossCalls/answerAcross';
import { ExecutionHints } from '../../../shared/n8n/items/executionHints';
import { answerQuestions } from '../../../shared/questions/answerQuestions';
import { AnswerReview } from '../../../shared/questions/review/answerReview';
import type { GatewayRun } from '../model/gatewayRun';
import { inquiryOf, type AcrossSettings } from './acrossSettings';
import { warningsOfModels, warningsOfQuestion } from './acrossWarnings';
import { callsOutput, refuseNoCalls, warningsOfCalls } from './callsOutput';
import { eachCall } from './eachCall';

/** Asks each call by itself, and puts the answers together. */
export async function askAcross(
	context: IExecuteFunctions,
	{ gateway, access, tellOfModels }: GatewayRun,
	across: AcrossSettings,
): Promise<Record<string, unknown>> {
	const { questions, options, settings } = across;
	const { systemPrompt, includeCallAnswers } = options;
	const review = new AnswerReview();
	const results = await eachCall(context, access, async (source, call) => {
		context.sendMessageToUI(`Asking ${questionsIn(questions.length)} about ${call.title}`);
		const answers = await answerQuestions(gateway, inquiryOf(across, source, call));
		review.add(answers.answered, source);
		return answers;
	});
	refuseNoCalls(results);
	const calls = results.done.map(({ call: { transcriptId, title }, value: { answered } }) => {
		return { transcriptId, title, answered };
	});
	context.sendMessageToUI(`Putting together the answers of ${calls.length} calls`);
	const inquiry = { questions, settings, systemPrompt };
	const together = await answerAcross(gateway, inquiry, calls, access.inTurn);
	if (!includeCallAnswers) refuseNothingTogether(together);
	const models = [
		...results.done.map(({ value }) => value.models),
		...together.map(modelsOf),
	].flat();
	const warnings = [
		...warningsOfCalls(results),
		...warningsOfModels(models, settings),
		...together.flatMap(warningsOfQuestion),
	];
	tellOfModels();
	const hints = new ExecutionHints(context);
	for (const { subject, message, type } of review.remarks()) hints.show(subject, message, type);
	for (const warning of warnings) hints.show(warning, warning);
	return {
		...acrossOutput(together, calls),
		...(includeCallAnswers && { perCall: perCallOutput(calls) }),
		calls: callsOutput(results),
		warnings,
		model: models.at(-1) ?? settings.model,
		usage: { ...gateway.usage, requests: gateway.requests },
	};
}

function questionsIn(count: number): string {
	return count === 1 ? '1 question' : `${count} questions`;
}

function modelsOf({ together }: AcrossQuestion): string[] {
	return together.ok ? together.value.models : [];
}

/** Without any answer over all calls, and without those of each call, the next node would get next to nothing. */
function refuseNothingTogether(together: readonly AcrossQuestion[]): void {
	const failed = together.flatMap((one) => (one.together.ok ? [] : [one.together.error]));
	if (failed.length === together.length) throw failed[0];
}
