import { z } from 'zod';
import { ArgumentError, readOptions } from '../commandLine';

export const HELP = `Runs examples/call-to-crm.json on n8n's engine: a recording in, answered questions out.

  npm run demo                              the sample recording, on the sandbox
  npm run demo -- --audio call.mp3          a recording of your own
  npm run demo -- --questions mine.json     questions of your own

Options
  --audio FILE        the recording (default: examples/recordings/map-update-call.mp3)
  --questions FILE    a JSON array of questions that replaces the example's five:
                      [{ "key": "…", "question": "…", "context": "…",
                         "answerType": "text|yesNo|number|oneOf|severalOf|date|list|quote",
                         "choices": ["…"], "answerFormat": "…", "saidBy": "…" }]
                      Only "question" is needed. The names of AssemblyAI's guides
                      are taken as well: "answer_format", and "answer_options" for
                      choices of which one is the answer.
  --model ID          the LLM Gateway model that answers (default: the example's)
  --help              this text

Environment
  ASSEMBLYAI_API_KEY  use the real service, which costs money; without it the sandbox answers
  ASSEMBLYAI_REGION   us (default) or eu
`;

export interface DemoArguments {
	help: boolean;
	/** As typed, relative to the folder the command was called from. */
	audio?: string;
	questions?: string;
	model?: string;
	/** The real service, when there is a key for it. */
	account?: { apiKey: string; region: 'us' | 'eu' };
}

const notEmpty = z.string().trim().min(1, 'has no value');
const argumentsSchema = z.object({
	help: z.boolean().default(false),
	audio: notEmpty.optional(),
	questions: notEmpty.optional(),
	model: notEmpty.optional(),
});
const environmentSchema = z.object({
	// A variable that is set to nothing is a way to unset it.
	ASSEMBLYAI_API_KEY: z.string().trim().optional(),
	ASSEMBLYAI_REGION: z
		.string()
		.trim()
		.toLowerCase()
		.transform((region) => region || 'us')
		.pipe(z.enum(['us', 'eu'], { message: 'must be us or eu' }))
		.default('us'),
});

const text = { type: 'string' } as const;
const OPTIONS = {
	help: { type: 'boolean', short: 'h' },
	audio: text,
	questions: text,
	model: text,
} as const;

/**
 * Reads the command line and the environment.
 * @throws ArgumentError naming the option or variable and what is wrong with it
 */
export function readArguments(
	argv: string[],
	environment: Record<string, string | undefined>,
): DemoArguments {
	const options = readOptions(argv, OPTIONS, argumentsSchema);
	const variables = environmentSchema.safeParse(environment);
	if (!variables.success) {
		const [issue] = variables.error.issues;
		throw new ArgumentError(`${issue?.path[0] ?? ''} ${issue?.message ?? 'is not valid'}`);
	}
	const { ASSEMBLYAI_API_KEY: apiKey, ASSEMBLYAI_REGION: region } = variables.data;
	return { ...options, ...(apiKey && { account: { apiKey, region } }) };
}
