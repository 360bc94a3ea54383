import { isIP } from 'node:net';
import { z } from 'zod';
import { decimalNumber, readOptions, runCommand, wholeNumber } from '../tools/commandLine';
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
const milliseconds = wholeNumber(0, 3_600_000).default('0');
const limit = wholeNumber(1, 1_000_000).optional();
const notEmpty = z.string().min(1, 'has no value');

const optionsSchema = z.object({
	port: wholeNumber(0, 65_535).default('4100'),
	'api-key': notEmpty.default('sandbox-key'),
	host: notEmpty.default('127.0.0.1'),
	'allow-host': z.array(notEmpty).default([]),
	'disk-mb': wholeNumber(1, 1_000_000).default(String(DISK_LIMIT_BYTES / MEBIBYTE)),
	recordings: z.array(notEmpty).default([]),
	'queue-ms': milliseconds,
	'job-ms': milliseconds,
	'real-time-factor': decimalNumber(0, 1_000).default('0.02'),
	concurrency: limit,
	'gateway-ms': milliseconds,
	'gateway-per-minute': limit,
	help: z.boolean().default(false),
});

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const OPTIONS = {
	port: text,
	'api-key': text,
	host: text,
	'allow-host': texts,
	'disk-mb': text,
	recordings: texts,
	'queue-ms': text,
	'job-ms': text,
	'real-time-factor': text,
	concurrency: text,
	'gateway-ms': text,
	'gateway-per-minute': text,
	help: { type: 'boolean', short: 'h' },
} as const;

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

/** @returns 0; it serves until it is stopped */
async function main(): Promise<number> {
	const options = readOptions(process.argv.slice(2), OPTIONS, optionsSchema);
	if (options.help) {
		process.stdout.write(USAGE);
		return 0;
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
	return 0;
}

runCommand('sandbox', main).catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
