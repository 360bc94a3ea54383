import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { REPOSITORY } from '../support/folders';
import { runCommand } from '../support/runCommand';
import type { NodeRuntime } from './nodeRuntime';

/** Builds the package and packs what would be published. @returns the tarball */
export async function packPackage(folder: string): Promise<string> {
	await runCommand('npm', ['run', '--silent', 'build'], { cwd: REPOSITORY });
	await runCommand('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: REPOSITORY });
	const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
	if (!tarball) throw new Error(`npm pack left no tarball in ${folder}`);
	return path.join(folder, tarball);
}

/** Installs the tarball where n8n's own "Install community node" puts packages. */
export async function installPackage(
	tarball: string,
	userFolder: string,
	{ env }: NodeRuntime,
	besides: string[] = [],
): Promise<void> {
	const nodes = path.join(userFolder, '.n8n/nodes');
	await mkdir(nodes, { recursive: true });
	const options = ['--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'];
	await runCommand('npm', ['install', ...options, tarball, ...besides], { cwd: nodes, env });
}
