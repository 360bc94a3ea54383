import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startSandbox, type LoggedRequest } from './index';
import { EXAMPLE_RECORDINGS } from './options';

const USAGE = `Usage: npm run sandbox -- [options]

  --port N          port to listen on (default 4100; 0 takes any free one)
  --api-key KEY     the key that clients must send (default sandbox-key)
  --host H          address to listen on (default 127.0.0.1)
  --recordings DIR  folder of recordings with their transcripts; may be given several times
  --help            this text
`;

const optionsSchema = z.object({
	port: z.coerce.number().int().min(0).max(65535).default(4100),
	'api-key': z.string().min(1).default('sandbox-key'),
	host: z.string().min(1).default('127.0.0.1'),
	recordings: z.array(z.string().min(1)).default([]),
	help: z.boolean().default(false),
});

type Options = z.infer<typeof optionsSchema>;

function readOptions(): Options {
	const { values } = parseArgs({
		options: {
			port: { type: 'string' },
			'api-key': { type: 'string' },
			host: { type: 'string' },
			recordings: { type: 'string', multiple: true },
			help: { type: 'boolean' },
		},
	});
	return optionsSchema.parse(values);
}

function logLine({ at, method, path, query, status, bodyBytes }: LoggedRequest): string {
	const time = new Date(at).toISOString().slice(11, 19);
	const search = new URLSearchParams(query).toString();
	const target = search === '' ? path : `${path}?${search}`;
	const size = bodyBytes === 0 ? '' : `  ${bodyBytes} bytes in`;
	return `${time}  ${status === 0 ? 'cut' : status}  ${method.padEnd(6)} ${target}${size}`;
}

async function main(): Promise<void> {
	const options = readOptions();
	if (options.help) {
		process.stdout.write(USAGE);
		return;
	}
	const sandbox = await startSandbox({
		port: options.port,
		host: options.host,
		apiKey: options['api-key'],
		recordingsFolders: [EXAMPLE_RECORDINGS, ...options.recordings],
		log: (line) => process.stdout.write(`${logLine(line)}\n`),
	});
	process.stdout
		.write(`AssemblyAI sandbox: a stand-in, not the service. Paste into an AssemblyAI credential:

  Region              Custom
  API Key             ${sandbox.apiKey}
  Speech-to-Text URL  ${sandbox.url}
  LLM Gateway URL     ${sandbox.url}

Ctrl-C stops it.

`);
	const stop = () => {
		void sandbox.close();
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
	const message =
		error instanceof z.ZodError
			? error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('\n')
			: error instanceof Error
				? error.message
				: String(error);
	process.stderr.write(`${message}\n\n${USAGE}`);
	process.exitCode = 1;
});
