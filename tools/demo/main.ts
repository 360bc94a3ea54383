import path from 'node:path';
import { startSandbox, type SandboxOptions } from '../../sandbox';
import { HELP, readArguments, type DemoArguments } from './arguments';
import { DemoError } from './DemoError';
import { SAMPLE_RECORDING, runDemo, type DemoOptions } from './demo';
import { Progress, type Output } from './progress';
import { readQuestionsFile } from './questionsFile';
import { report } from './report';

export interface Terminal {
	argv: string[];
	environment: Record<string, string | undefined>;
	output: Output;
	/** Stops the demo, e.g. on Ctrl-C. */
	cancel?: AbortSignal;
	nodes?: DemoOptions['nodes'];
	/** How slow the sandbox is; by default enough to see the stages. */
	speed?: SandboxOptions['speed'];
}

/** So slow that a person can see the stages. */
const VISIBLE = { minimumJobMs: 2500, gatewayMs: 800 };
const DEFAULT_WIDTH = 100;

/**
 * The whole command.
 * @returns its exit code; whatever goes wrong is told in words
 * @throws ArgumentError where the command line cannot be used
 */
export async function main(terminal: Terminal): Promise<number> {
	const { output } = terminal;
	const options = readArguments(terminal.argv, terminal.environment);
	const progress = new Progress(output);
	try {
		output.write(options.help ? HELP : await demo(terminal, options, progress));
		return 0;
	} catch (error) {
		progress.failed();
		output.write(`\n${describe(error)}\n`);
		return 1;
	}
}

async function demo(
	{ output, cancel, nodes = 'dist', speed = VISIBLE }: Terminal,
	options: DemoArguments,
	progress: Progress,
): Promise<string> {
	const startedAt = performance.now();
	const audio = path.resolve(options.audio ?? SAMPLE_RECORDING);
	const questions = options.questions && (await readQuestionsFile(options.questions));
	const service = options.account ?? (await startSandbox({ speed }));
	try {
		const result = await runDemo({
			audio,
			...(questions && { questions }),
			...(options.model && { model: options.model }),
			credential: 'url' in service ? sandboxCredential(service) : service,
			nodes,
			onProgress: (stage) => progress.begin(stage),
			cancel,
		});
		progress.done();
		return report(result, {
			width: output.columns ?? DEFAULT_WIDTH,
			elapsedMs: performance.now() - startedAt,
			isSandbox: 'url' in service,
			isSampleRecording: audio === SAMPLE_RECORDING,
			hasOwnQuestions: questions !== undefined,
		});
	} finally {
		if ('close' in service) await service.close();
	}
}

function sandboxCredential({ url, apiKey }: { url: string; apiKey: string }) {
	return { apiKey, region: 'custom', speechToTextUrl: url, llmGatewayUrl: url };
}

function describe(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return [error.message, error instanceof DemoError && error.hint].filter(Boolean).join('\n');
}
