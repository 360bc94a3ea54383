import { ArgumentError, parseOptions } from '../commandLine';

export const USAGE = `Usage: npm run release [-- options]

Checks that this commit can be released and tags it. Pushing the tag publishes it.

Options
  --prepare VERSION   writes the version to where it stands, and today's date to CHANGELOG.md, and ends
  --dry-run           checks and shows what would be published, and does nothing
  --skip-tests        without the tests, which the output then says
  --notes             prints what CHANGELOG.md says of the version in package.json, and ends
  --help              this text
`;

export type Task = 'help' | 'notes' | 'prepare' | 'dryRun' | 'release';

export interface ReleaseArguments {
	task: Task;
	/** Set where the task is to prepare it. */
	version: string;
	skipTests: boolean;
}

const VERSION = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;

const OPTIONS = {
	prepare: { type: 'string' },
	'dry-run': { type: 'boolean', default: false },
	'skip-tests': { type: 'boolean', default: false },
	notes: { type: 'boolean', default: false },
	help: { type: 'boolean', short: 'h', default: false },
} as const;

/** @throws ArgumentError naming the option and what is wrong with it */
export function readArguments(argv: string[]): ReleaseArguments {
	const {
		help,
		notes,
		prepare,
		'dry-run': dryRun,
		'skip-tests': skipTests,
	} = parseOptions(argv, OPTIONS);
	if (help) return { task: 'help', version: '', skipTests };
	const tasks: Task[] = [];
	if (notes) tasks.push('notes');
	if (prepare !== undefined) tasks.push('prepare');
	if (dryRun) tasks.push('dryRun');
	const [task = 'release', another] = tasks;
	if (another) throw new ArgumentError('--prepare, --dry-run and --notes go one at a time');
	if (skipTests && (task === 'notes' || task === 'prepare')) {
		throw new ArgumentError(`--${task} runs no tests that --skip-tests could leave out`);
	}
	if (prepare !== undefined && !VERSION.test(prepare)) {
		throw new ArgumentError(`--prepare ${prepare} is not a version such as 1.2.3`);
	}
	return { task, version: prepare ?? '', skipTests };
}
