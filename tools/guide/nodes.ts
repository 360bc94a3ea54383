import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { EngineHarness } from '../../test/engine/harness';
import type { Sandbox } from '../../sandbox';

const questionsSchema = z.array(
	z.object({ question: z.string(), context: z.string(), answer_format: z.string() }),
);

/** The guide's five, which the scripts read as well. */
export const QUESTIONS = questionsSchema.parse(
	JSON.parse(readFileSync(path.join(__dirname, 'questions.json'), 'utf8')),
);

const detailsSchema = z.object({
	details: z.array(
		z.object({
			question: z.string(),
			answer: z.string().nullable(),
			reason: z.string().nullable(),
			evidence: z.object({ quote: z.string().nullable(), at: z.string().nullable() }),
		}),
	),
});

export type NodeAnswer = z.infer<typeof detailsSchema>['details'][number];

/** The same questions through AssemblyAI Transcribe and LLM Gateway Ask Questions, on n8n's engine. */
export async function answersOfNodes(recording: string, sandbox: Sandbox): Promise<NodeAnswer[]> {
	const harness = await EngineHarness.start();
	try {
		const content = readFileSync(recording);
		const data = await harness.storeBinary(content, path.basename(recording), 'audio/mpeg');
		const credentials = {
			assemblyAiAccountApi: {
				apiKey: sandbox.apiKey,
				region: 'custom',
				speechToTextUrl: sandbox.url,
				llmGatewayUrl: sandbox.url,
			},
		};
		const transcribed = await harness.runNode({
			type: 'assemblyAiTranscribe',
			parameters: { resource: 'audio', operation: 'transcribe' },
			items: [{ json: {}, binary: { data } }],
			credentials,
		});
		const asked = await harness.runNode({
			type: 'llmGatewayAskQuestions',
			parameters: {
				operation: 'askQuestions',
				questionSource: 'json',
				questionsJson: JSON.stringify(QUESTIONS),
			},
			items: transcribed.output.map(({ json }) => ({ json })),
			credentials,
		});
		return detailsSchema.parse(asked.output[0]?.json).details;
	} finally {
		await harness.dispose();
	}
}
