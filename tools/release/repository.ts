import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { ReleaseFacts } from './checks';
import { findPlaceholders } from './placeholders';

export const ROOT = path.resolve(__dirname, '../..');
export const VERSION_FILE = 'nodes/shared/version.ts';
export const VERSION_LINE = /(?<=^export const version = ')[^']*(?=';$)/m;

/** Where users meet an address; tests and this tool may name the placeholders. */
const PUBLIC_FILES = [
	'package.json',
	'README.md',
	'SECURITY.md',
	'credentials',
	'nodes',
	'packages',
	'.github',
];

/** What is published beside the package, with the same version. */
export const BESIDES = 'packages/n8n-nodes-assemblyai-chat-model';

const manifest = z.object({ version: z.string() });

export function readText(file: string): string {
	return readFileSync(path.join(ROOT, file), 'utf8');
}

export function currentVersion(): string {
	return versionIn('package.json');
}

export function versionIn(manifestFile: string): string {
	return manifest.parse(JSON.parse(readText(manifestFile))).version;
}

/** The day in the time of the world, so that two maintainers write the same. */
export function today(): string {
	return new Date().toISOString().slice(0, 10);
}

export function git(...args: string[]): string {
	return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' });
}

/** The files under version control, with slashes. */
export function trackedFiles(...under: string[]): string[] {
	return linesOf(git('ls-files', '--', ...under));
}

export function readFacts(): ReleaseFacts {
	const files = trackedFiles(...PUBLIC_FILES).filter((file) =>
		/\.(json|md|ts|yml)$|OWNERS$/.test(file),
	);
	return {
		version: currentVersion(),
		versionBeside: versionIn(`${BESIDES}/package.json`),
		versionInCode: VERSION_LINE.exec(readText(VERSION_FILE))?.[0],
		changelog: readText('CHANGELOG.md'),
		today: today(),
		changes: linesOf(git('status', '--porcelain')),
		branch: git('branch', '--show-current').trim(),
		tags: linesOf(git('tag', '--list')),
		placeholders: findPlaceholders(new Map(files.map((file) => [file, readText(file)]))),
	};
}

function linesOf(text: string): string[] {
	return text.split('\n').filter((line) => line !== '');
}
