import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startSandbox, type LoggedRequest } from './index';
import { DISK_LIMIT_BYTES, EXAMPLE_RECORDINGS } from './options';

const USAGE = `Usage: npm run sandbox -- [options]

  --port N               port to listen on (default 4100; 0 takes any free one)
  --api-key KEY          the key that clients must send (default sandbox-key)
  --host H               address to listen on (default 127.0.0.1)
  --allow-host NAME      a further name by which clients call it; may be given several times
  --disk-mb N            keep so much of uploads at most; the oldest make room (default 10240)
  --recordings DIR       folder of recordings with their transcripts; may be given several times
  --queue-ms N           every job is queued for so long first
  --job-ms N             every job takes at least so long
  --real-time-factor F   a job takes this share of its recording's duration (default 0.02)
  --concurrency N        jobs in work at the same time; more are queued
  --gateway-ms N         the model takes so long for an answer
  --gateway-per-minute N requests per model and minute; more are refused
  --help                 this text
`;

const MEBIBYTE = 1024 ** 2;
const milliseconds = z.coerce.number().min(0).default(0);
const limit = z.coerce.number().int().min(1).optional();

const optionsSchema = z.object({
	port: z.coerce.number().int().min(0).max(65535).default(4100),
	'api-key': z.string().min(1).default('sandbox-key'),
	host: z.string().min(1).default('127.0.0.1'),
	'allow-host': z.array(z.string().min(1)).default([]),
	'disk-mb': z.coerce
		.number()
		.int()
		.min(1)
		.default(DISK_LIMIT_BYTES / MEBIBYTE),
	recordings: z.array(z.string().min(1)).default([]),
	'queue-ms': milliseconds,
	'job-ms': milliseconds,
	'real-time-factor': z.coerce.number().min(0).default(0.02),
	concurrency: limit,
	'gateway-ms': milliseconds,
	'gateway-per-minute': limit,
	help: z.boolean().default(false),
});

type Options = z.infer<typeof optionsSchema>;

function readOptions(): Options {
	const { values } = parseArgs({
		options: {
			port: { type: 'string' },
			'api-key': { type: 'string' },
			host: { type: 'string' },
			'allow-host': { type: 'string', multiple: true },
			'disk-mb': { type: 'string' },
			recordings: { type: 'string', multiple: true },
			'queue-ms': { type: 'string' },
			'job-ms': { type: 'string' },
			'real-time-factor': { type: 'string' },
			concurrency: { type: 'string' },
			'gateway-ms': { type: 'string' },
			'gateway-per-minute': { type: 'string' },
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

function welcome(url: string, apiKey: string, host: string): string {
	const lines = [
		'AssemblyAI sandbox: a stand-in, not the service. Paste into an AssemblyAI credential:',
		'',
		'  Region              Custom',
		`  API Key             ${apiKey}`,
		`  Speech-to-Text URL  ${url}`,
		`  LLM Gateway URL     ${url}`,
		'',
	];
	if (!isLoopback(host)) {
		const { port } = new URL(url);
		lines.push(
			`Warning: listening on ${host}, beyond this machine. Whoever reaches the port and has the key can`,
			'upload files and make this machine fetch URLs. From a container, use the host by name, for',
			`example http://host.docker.internal:${port}.`,
			'',
		);
	}
	lines.push(
		"If n8n's SSRF protection is switched on (it is off by default), n8n refuses loopback and private",
		'addresses, and so this sandbox.',
		'',
		'Ctrl-C stops it.',
		'',
		'',
	);
	return lines.join('\n');
}

function isLoopback(host: string): boolean {
	if (isIP(host) === 4) return host.startsWith('127.');
	return host === '::1' || host === 'localhost';
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
		hostNames: options['allow-host'],
		diskLimitBytes: options['disk-mb'] * MEBIBYTE,
		apiKey: options['api-key'],
		recordingsFolders: [EXAMPLE_RECORDINGS, ...options.recordings],
		speed: {
			queueMs: options['queue-ms'],
			minimumJobMs: options['job-ms'],
			realTimeFactor: options['real-time-factor'],
			concurrency: options.concurrency ?? Infinity,
			gatewayMs: options['gateway-ms'],
			gatewayPerMinute: options['gateway-per-minute'] ?? Infinity,
		},
		log: (line) => process.stdout.write(`${logLine(line)}\n`),
	});
	process.stdout.write(welcome(sandbox.url, sandbox.apiKey, options.host));
	const stop = () => {
		process.stdout.write('Stopped.\n');
		void sandbox.close();
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

function explain(error: unknown): string {
	if (error instanceof z.ZodError) {
		return error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n');
	}
	return error instanceof Error ? error.message : String(error);
}

main().catch((error: unknown) => {
	process.stderr.write(`${explain(error)}\n\nnpm run sandbox -- --help lists the options.\n`);
	process.exitCode = 1;
});
