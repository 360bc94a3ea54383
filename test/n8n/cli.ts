import { ArgumentError, parseOptions, runCommand } from '../../tools/commandLine';
import { DEFAULT_VERSION, pinnedVersions } from './install/pinnedVersions';
import { CannotRunError } from '../support/n8n/CannotRunError';
import { Cleanup } from '../support/n8n/Cleanup';
import { Steps } from '../support/n8n/Steps';

const OPTIONS = {
	n8n: { type: 'string', multiple: true, default: [DEFAULT_VERSION] as string[] },
	dev: { type: 'boolean', default: false },
	screenshots: { type: 'boolean', default: false },
	queue: { type: 'boolean', default: false },
	install: { type: 'boolean', default: false },
	storage: { type: 'boolean', default: false },
	only: { type: 'string', multiple: true, default: [] as string[] },
	help: { type: 'boolean', short: 'h', default: false },
} as const;

async function cli(): Promise<number> {
	const values = parseOptions(process.argv.slice(2), OPTIONS);
	if (values.help) {
		process.stdout.write(`Usage: npm run test:n8n -- [options]

Installs the packed package into a real n8n, as users do, and drives it on loopback.

  --n8n VERSION  ${(await pinnedVersions()).join(', ')} (default ${DEFAULT_VERSION}); several times for several at once
  --dev          tries \`npm run dev\` instead, on a copy of the repository
  --screenshots  puts what the browser saw into docs/panels
  --queue        tests queue mode instead: two workers, Redis, PostgreSQL
  --install      installs n8n and a browser into the cache, and nothing else
  --storage      tries recordings in each mode of storage instead, among them large ones (needs 10 GB of disk)
  --only TEXT    only what has this text in its title, e.g. editor; may be given several times
`);
		return 0;
	}
	const cleanup = new Cleanup();
	const write = (text: string) => void process.stdout.write(text);
	const steps = new Steps(write);
	const interrupted = new Promise<never>((_, reject) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) {
			// Not only once: a second one must not end the cleaning up.
			process.on(signal, () => reject(new Error(`Stopped by ${signal}`)));
		}
	});
	const { dev, queue, install, storage, screenshots, only } = values;
	const versions = [...new Set(values.n8n)];
	const [version = DEFAULT_VERSION, ...others] = versions;
	const forOne = (['dev', 'queue', 'storage', 'screenshots'] as const).find((name) => values[name]);
	if (forOne && others.length > 0) throw new ArgumentError(`--${forOne} takes one --n8n`);
	const test = async () => {
		// Loaded when they are wanted: whoever asks for help should not wait for what drives a browser.
		if (install) return await (await import('./main')).installOnly(versions, write);
		if (dev) return await (await import('./dev/tryDev')).tryDev(version, steps, cleanup);
		if (queue) {
			const { testInQueueMode } = await import('./queue/main');
			return await testInQueueMode({ version, only }, steps, cleanup);
		}
		if (storage) {
			return await (await import('./storage/main')).testStorage(version, steps, cleanup);
		}
		const { testInN8n } = await import('./main');
		return await testInN8n({ versions, screenshots, only }, write, cleanup);
	};
	try {
		await Promise.race([test(), interrupted]);
		steps.title(install ? 'Installed.' : 'All passed.');
		return 0;
	} finally {
		await cleanup.run();
	}
}

runCommand('test:n8n', cli).then(
	() => process.exit(),
	(error: unknown) => {
		process.stderr.write(`\n${describe(error)}\n`);
		process.exit(1);
	},
);

function describe(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	if (error instanceof CannotRunError) return error.message;
	const cause = error.cause === undefined ? '' : `\nbecause of ${describe(error.cause)}`;
	return `${error.stack ?? error.message}${cause}`;
}
