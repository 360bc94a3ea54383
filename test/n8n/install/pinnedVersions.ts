import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

export const DEFAULT_VERSION = '2.41.1';

const VERSIONS = path.resolve(__dirname, '../versions');

const manifest = z.object({
	engines: z.object({
		node: z
			.string()
			.transform((range) => range.split('||').map(Number))
			.pipe(z.array(z.number().int())),
	}),
});

export interface PinnedVersion {
	version: string;
	/** Major versions of Node on which it runs, the last one to be preferred. */
	nodeMajors: number[];
	/** Its package.json, which also pins what would not install otherwise. */
	manifestFile: string;
}

/** The versions of n8n that this test knows how to install. */
export async function pinnedVersions(): Promise<string[]> {
	return await readdir(VERSIONS);
}

/** @throws Error with those that there are, when this one is not pinned */
export async function pinnedVersion(version: string): Promise<PinnedVersion> {
	const known = await pinnedVersions();
	if (!known.includes(version)) {
		throw new Error(`n8n ${version} is not pinned in test/n8n/versions: ${known.join(', ')}`);
	}
	const manifestFile = path.join(VERSIONS, version, 'package.json');
	const { engines } = manifest.parse(JSON.parse(await readFile(manifestFile, 'utf8')));
	return { version, nodeMajors: engines.node, manifestFile };
}
