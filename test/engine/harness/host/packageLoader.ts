import { PackageDirectoryLoader } from 'n8n-core';

export type NodesFrom = 'source' | 'dist';

/** n8n's loader, pointed at the TypeScript sources of what package.json names under dist. */
class SourcePackageLoader extends PackageDirectoryLoader {
	protected override resolvePath(file: string): string {
		return super.resolvePath(file.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
	}
}

/**
 * Loads the nodes and credentials that a folder's package.json lists, with n8n's own loader.
 * @throws what the loader throws, e.g. when 'dist' is asked for and the package is not built
 */
export async function loadPackage(
	directory: string,
	nodes: NodesFrom,
): Promise<PackageDirectoryLoader> {
	const Loader = nodes === 'source' ? SourcePackageLoader : PackageDirectoryLoader;
	const loader = new Loader(directory);
	await loader.loadAll();
	return loader;
}
