import { z } from 'zod';
import { ArgumentError, readOptions, wholeNumber } from '../commandLine';
import type { Account } from './answers/askCalls';

export const USAGE = `Usage: npm run evaluation -- --set FOLDER [options]

Measures on calls whose answers are known: are quotes found in what a machine heard, and nothing that was not said?
With an API key also: are the answers of Ask Questions right? See docs/evaluation.md.

Options
  --set FOLDER             questions.json and calls/*.json, such as examples/evaluation
  --harper-valley          FOLDER is a download of gridspace-stanford-harper-valley
  --calls N                the first N calls only (default: all)
  --seed N                 which passages are quoted (default: 1)
  --model ID               a model of LLM Gateway (default: the node's own)
  --api-key-variable NAME  the environment variable with the key (default: ASSEMBLYAI_API_KEY)
  --region us|eu           where the account is (default: us)
  --base-url URL           another place of both APIs, such as the sandbox
  --report FILE            writes all figures and every difference as JSON
  --help                   this text
`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

const OPTIONS = {
	help: { ...flag, short: 'h' },
	set: text,
	'harper-valley': flag,
	calls: text,
	seed: { ...text, default: '1' },
	model: text,
	'api-key-variable': text,
	region: text,
	'base-url': text,
	report: text,
} as const;

const isWebAddress = (url: string) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

const optionsSchema = z.object({
	help: z.boolean(),
	set: z.string().optional(),
	'harper-valley': z.boolean(),
	calls: wholeNumber(1, 1_000_000).optional(),
	seed: wholeNumber(0, 2 ** 31),
	model: z.string().min(1, 'is empty').optional(),
	'api-key-variable': z.string().min(1, 'is empty').optional(),
	region: z.enum(['us', 'eu'], { message: 'is neither us nor eu' }).optional(),
	'base-url': z.string().refine(isWebAddress, 'is no address beginning with http').optional(),
	report: z.string().min(1, 'is empty').optional(),
});

export interface EvaluationArguments {
	folder: string;
	isHarperValley: boolean;
	limit: number;
	seed: number;
	/** Undefined where there is no key, and nothing on the command line asks for answers. */
	account: Account | undefined;
	/** Where a key would have been looked for. */
	keyVariable: string;
	report: string | undefined;
}

/** @returns undefined when help is wanted @throws ArgumentError naming the option and what is wrong with it */
export function readArguments(
	argv: string[],
	environment: Readonly<Record<string, string | undefined>>,
): EvaluationArguments | undefined {
	const options = readOptions(argv, OPTIONS, optionsSchema);
	if (options.help) return undefined;
	if (options.set === undefined) throw new ArgumentError('--set FOLDER is missing');
	const { model, region, 'base-url': baseUrl, 'api-key-variable': variable } = options;
	const keyVariable = variable ?? 'ASSEMBLYAI_API_KEY';
	const apiKey = environment[keyVariable]?.trim() ?? '';
	const wantsAnswers = [model, region, baseUrl, variable].some((one) => one !== undefined);
	if (apiKey === '' && wantsAnswers) {
		throw new ArgumentError(`There is no API key in the environment variable ${keyVariable}`);
	}
	return {
		folder: options.set,
		isHarperValley: options['harper-valley'],
		limit: options.calls ?? Infinity,
		seed: options.seed,
		account: apiKey === '' ? undefined : { apiKey, region: region ?? 'us', baseUrl, model },
		keyVariable,
		report: options.report,
	};
}
