import { runCommand } from '../commandLine';
import { main } from './main';

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
process.once('SIGTERM', () => stop.abort());

void runCommand(
	'demo',
	async () =>
		await main({
			argv: process.argv.slice(2),
			environment: process.env,
			output: process.stdout,
			cancel: stop.signal,
		}),
);
