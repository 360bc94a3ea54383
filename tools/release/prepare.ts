import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { datedChangelog } from './changelog';
import { BESIDES, readText, ROOT, today, VERSION_FILE, VERSION_LINE } from './repository';

/** Writes a version to package.json, the lock file and what n8n runs, and its date to the changelog. */
export function prepare(version: string): void {
	const changelog = datedChangelog(readText('CHANGELOG.md'), version, today());
	const code = readText(VERSION_FILE).replace(VERSION_LINE, version);
	const setVersion = ['version', version, '--no-git-tag-version', '--allow-same-version'];
	for (const folder of [ROOT, path.join(ROOT, BESIDES)]) {
		execFileSync('npm', [...setVersion, '--ignore-scripts', '--silent'], { cwd: folder });
	}
	writeFileSync(path.join(ROOT, 'CHANGELOG.md'), changelog);
	writeFileSync(path.join(ROOT, VERSION_FILE), code);
	process.stdout.write(
		`Version ${version} is written to both package.json, package-lock.json, ${VERSION_FILE} and CHANGELOG.md.\n` +
			`Next: look through CHANGELOG.md, commit, npm run release\n`,
	);
}
