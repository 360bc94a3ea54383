import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { REPOSITORY } from '../../support/n8n/folders';
import { runCommand } from '../../support/n8n/runCommand';
import type { NodeRuntime } from './nodeRuntime';

export const PACKAGE = 'n8n-nodes-assemblyai-ask';

/** Lives in the same repository, and is published by itself. */
export const CHAT_MODEL_PACKAGE = 'n8n-nodes-assemblyai-chat-model';

/** In n8n's user folder: where its own "Install community node" puts packages. */
export const NODES_FOLDER = '.n8n/nodes';

/** Builds the package and packs what would be published. @returns the tarball */
export async function packPackage(folder: string): Promise<string> {
	await runCommand('npm', ['run', '--silent', 'build'], { cwd: REPOSITORY });
	return await pack(REPOSITORY, folder);
}

/** Packs the chat model, which the build of the package has built with it. @returns the tarball */
export async function packChatModel(folder: string): Promise<string> {
	return await pack(path.join(REPOSITORY, 'packages', CHAT_MODEL_PACKAGE), folder);
}

async function pack(from: string, folder: string): Promise<string> {
	await runCommand('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: from });
	const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
	if (!tarball) throw new Error(`npm pack left no tarball in ${folder}`);
	return path.join(folder, tarball);
}

/** Installs the tarball as n8n installs a community node. @param besides other packages, as `name@version` */
export async function installPackage(
	tarball: string,
	userFolder: string,
	{ env }: NodeRuntime,
	besides: string[] = [],
): Promise<void> {
	const nodes = path.join(userFolder, NODES_FOLDER);
	await mkdir(nodes, { recursive: true });
	const options = ['--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'];
	await runCommand('npm', ['install', ...options, tarball, ...besides], { cwd: nodes, env });
}
