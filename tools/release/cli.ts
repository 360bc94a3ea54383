import { runCommand } from '../commandLine';
import { readArguments, USAGE, type ReleaseArguments } from './arguments';
import { prepare } from './prepare';
import { notesOf, release } from './release';
import { currentVersion } from './repository';

// npm run release -- --dry-run
void runCommand('release', () => perform(readArguments(process.argv.slice(2))));

/** @returns the exit code: 1 when a check did not pass */
function perform({ task, version, skipTests }: ReleaseArguments): number {
	switch (task) {
		case 'help':
			process.stdout.write(USAGE);
			return 0;
		case 'notes':
			return printNotes(currentVersion());
		case 'prepare':
			prepare(version);
			return 0;
		case 'dryRun':
		case 'release':
			return release({ dryRun: task === 'dryRun', skipTests }) ? 0 : 1;
	}
}

function printNotes(version: string): number {
	const notes = notesOf(version);
	if (!notes) {
		process.stderr.write(`CHANGELOG.md says nothing of ${version}\n`);
		return 1;
	}
	process.stdout.write(`${notes}\n`);
	return 0;
}
