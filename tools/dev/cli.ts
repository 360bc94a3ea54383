import { DEFAULT_VERSION, pinnedVersions } from '../../test/n8n/install/pinnedVersions';
import { Cleanup } from '../../test/support/n8n/Cleanup';
import { Steps } from '../../test/support/n8n/Steps';
import { parseOptions, runCommand } from '../commandLine';
import { develop } from './develop';

const OPTIONS = {
	n8n: { type: 'string', default: DEFAULT_VERSION },
	fresh: { type: 'boolean', default: false },
	help: { type: 'boolean', short: 'h', default: false },
} as const;

async function cli(): Promise<number> {
	const values = parseOptions(process.argv.slice(2), OPTIONS);
	if (values.help) {
		process.stdout.write(`Usage: npm run dev -- [options]

n8n's editor on this machine with the nodes of this repository, built and reloaded on change, a sandbox that
stands in for AssemblyAI, and the example workflows.

  --n8n VERSION  ${(await pinnedVersions()).join(', ')} (default ${DEFAULT_VERSION}); each has workflows of its own
  --fresh        forgets workflows, credentials and executions, and imports the examples anew
`);
		return 0;
	}
	const cleanup = new Cleanup();
	const steps = new Steps((text) => process.stdout.write(text));
	// Repeated signals change nothing: npm passes on the one that the terminal has sent already.
	const stopped = new Promise<void>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
			process.on(signal, () => resolve());
	});
	try {
		await Promise.race([
			develop({ version: values.n8n, isFresh: values.fresh }, steps, cleanup),
			stopped,
		]);
		steps.title('Stopping n8n and the sandbox.');
		return 0;
	} finally {
		await cleanup.run();
	}
}

runCommand('dev', cli).then(
	() => process.exit(),
	(error: unknown) => {
		process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
		process.exit(1);
	},
);
