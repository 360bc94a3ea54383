import { z } from 'zod';
import { EngineHarness } from '../../../test/engine/harness';
import type { AnswerValue } from '../../../nodes/shared/questions/question';
import { textFor, type LabelledCall, type LabelledSet } from '../set/labelledSet';

const answerSchema: z.ZodType<AnswerValue> = z.union([
	z.string(),
	z.number(),
	z.boolean(),
	z.array(z.string()),
	z.null(),
]);

const outputSchema = z.object({
	details: z.array(
		z.object({
			key: z.string(),
			answer: answerSchema,
			evidence: z.object({ quote: z.string().nullable(), verified: z.boolean() }),
		}),
	),
	model: z.string(),
	usage: z.object({ inputTokens: z.number(), outputTokens: z.number() }),
});

export type AnsweredCall = z.infer<typeof outputSchema>;

/** A call that the node gave no answers for, and what it said. */
export interface FailedCall {
	id: string;
	message: string;
}

export interface Asked {
	answered: Map<string, AnsweredCall>;
	failed: FailedCall[];
}

export interface Account {
	apiKey: string;
	region: 'us' | 'eu';
	/** Instead of a region: where both APIs are, such as the sandbox. */
	baseUrl?: string | undefined;
	/** Default: the node's own. */
	model?: string | undefined;
}

/** Puts the set's questions to every call by the node itself, on n8n's engine. */
export async function askCalls(
	set: LabelledSet,
	account: Account,
	onCall: () => void,
): Promise<Asked> {
	const harness = await EngineHarness.start();
	const answered = new Map<string, AnsweredCall>();
	const failed: FailedCall[] = [];
	try {
		for (const call of set.calls) {
			const reply = await askCall(harness, set.questionsJson, call, account);
			if (typeof reply === 'string') failed.push({ id: call.id, message: reply });
			else answered.set(call.id, reply);
			onCall();
		}
	} finally {
		await harness.dispose();
	}
	return { answered, failed };
}

async function askCall(
	harness: EngineHarness,
	questionsJson: string,
	call: LabelledCall,
	{ apiKey, region, baseUrl, model }: Account,
): Promise<AnsweredCall | string> {
	const result = await harness.runNode({
		type: 'llmGatewayAskQuestions',
		parameters: {
			operation: 'askQuestions',
			transcriptSource: 'text',
			// By an expression, as in a workflow: a text that looks like one is not evaluated.
			transcriptText: '={{ $json.text }}',
			questionSource: 'json',
			questionsJson: '={{ $json.questions }}',
			...(model !== undefined && { model: { __rl: true, mode: 'id', value: model } }),
		},
		items: [{ json: { text: textFor(call), questions: questionsJson } }],
		credentials: {
			assemblyAiAccountApi: {
				apiKey,
				...(baseUrl === undefined
					? { region }
					: { region: 'custom', speechToTextUrl: baseUrl, llmGatewayUrl: baseUrl }),
			},
		},
	});
	const error = result.error('Node');
	if (error) return [error.message, error.description].filter(Boolean).join(' ');
	return outputSchema.parse(result.output[0]?.json);
}
