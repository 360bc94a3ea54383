import { runCommand } from '../commandLine';
import { readArguments, USAGE } from './arguments';
import { evaluate } from './evaluate';

// npm run evaluation -- --set examples/evaluation
void runCommand('evaluation', async () => {
	const options = readArguments(process.argv.slice(2), process.env);
	if (options) return await evaluate(options, process.stdout, process.stderr);
	process.stdout.write(USAGE);
	return 0;
});
