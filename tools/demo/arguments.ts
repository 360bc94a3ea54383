import { parseArgs } from 'node:util';
import { z } from 'zod';
import { DemoError } from './DemoError';

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

/**
 * Reads the command line and the environment.
 * @throws DemoError naming the option or variable and what is wrong with it
 */
export function readArguments(
	argv: string[],
	environment: Record<string, string | undefined>,
): DemoArguments {
	const options = check(argumentsSchema, parse(argv), (name) => `--${name}`);
	const variables = check(environmentSchema, environment, (name) => name);
	const { ASSEMBLYAI_API_KEY: apiKey, ASSEMBLYAI_REGION: region } = variables;
	return { ...options, ...(apiKey && { account: { apiKey, region } }) };
}

function parse(argv: string[]): unknown {
	try {
		const text = { type: 'string' } as const;
		const help = { type: 'boolean', short: 'h' } as const;
		const options = { help, audio: text, questions: text, model: text };
		return parseArgs({ args: argv, options, strict: true, allowPositionals: false }).values;
	} catch (error) {
		const [reason] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
		throw new DemoError(String(reason), 'npm run demo -- --help shows what there is.');
	}
}

function check<Schema extends z.ZodTypeAny>(
	schema: Schema,
	value: unknown,
	nameOf: (name: string) => string,
): z.output<Schema> {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new DemoError(
		`${nameOf(String(issue?.path[0] ?? ''))} ${issue?.message ?? 'is not valid'}`,
		'npm run demo -- --help shows what there is.',
	);
}
