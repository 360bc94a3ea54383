import { spawnSync } from 'node:child_process';
import { readChangelog } from './changelog';
import { releaseProblems, tagOf } from './checks';
import { expectedFiles, packOf, packProblems, type Pack } from './packedFiles';
import { currentVersion, git, readFacts, readText, ROOT, trackedFiles } from './repository';

/**
 * Checks whether this commit can be released, and tags it unless that is only tried.
 * @returns whether it can
 */
export function release(options: { dryRun: boolean; skipTests: boolean }): boolean {
	const version = currentVersion();
	say(`Release of ${version}${options.dryRun ? ', tried only' : ''}\n`);
	const problems = releaseProblems(readFacts());
	report('State of the repository', problems);
	if (options.skipTests) say('Tests: left out, as asked for');
	else problems.push(...passes('Tests', ['test']));
	// It builds the package as well.
	problems.push(...passes("n8n's scanner", ['run', '--silent', 'scan']));
	const pack = packOf(ROOT);
	const surprises = packProblems(pack.files, expectedFiles(trackedFiles('nodes', 'credentials')));
	report('Content of the package', surprises);
	problems.push(...surprises);
	if (options.dryRun) show(pack);
	if (problems.length > 0) {
		say(`\n${version} cannot be released: ${problems.length} of the checks above did not pass.`);
		return false;
	}
	if (options.dryRun) say(`\n${version} can be released. Nothing was done.`);
	else tag(version);
	return true;
}

/** What the changelog says of a version. */
export function notesOf(version: string): string | undefined {
	return readChangelog(readText('CHANGELOG.md')).find((one) => one.version === version)?.notes;
}

function passes(what: string, npmArguments: string[]): string[] {
	const { status } = spawnSync('npm', npmArguments, { cwd: ROOT, stdio: 'inherit' });
	const problems = status === 0 ? [] : [`npm ${npmArguments.join(' ')} did not pass`];
	report(what, problems);
	return problems;
}

function report(what: string, problems: string[]): void {
	if (problems.length === 0) return say(`${what}: in order`);
	say([`${what}:`, ...problems.map((problem) => `  - ${problem}`)].join('\n'));
}

function show({ name, bytes, unpackedBytes, files }: Pack): void {
	const kilobytes = (count: number) => `${Math.round(count / 1000)} kB`;
	say(
		`\n${name}: ${files.length} files, ${kilobytes(bytes)}, unpacked ${kilobytes(unpackedBytes)}\n` +
			files.map((file) => `  ${file}`).join('\n'),
	);
	say(`\nNotes:\n\n${notesOf(currentVersion()) ?? '(none in CHANGELOG.md)'}`);
}

function tag(version: string): void {
	const name = tagOf(version);
	git(
		'tag',
		'--annotate',
		'--cleanup=verbatim',
		name,
		'--message',
		`${name}\n\n${notesOf(version)}`,
	);
	say(`\nTagged as ${name}. This publishes it:\n\n    git push origin main ${name}`);
}

function say(text: string): void {
	process.stdout.write(`${text}\n`);
}
