import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { CACHE } from '../../support/n8n/folders';
import { runCommand } from '../../support/n8n/runCommand';
import type { Steps } from '../../support/n8n/Steps';

/** A Node to run n8n with, from the npm registry, where the machine's own does not suit. */
const NODE_FROM_REGISTRY = '24.21.0';

export interface NodeRuntime {
	executable: string;
	/** For npm and for n8n: this Node comes first in PATH. */
	env: NodeJS.ProcessEnv;
}

/** The machine's own Node if n8n runs on it, else one installed into the cache. */
export async function nodeRuntime(majors: number[], steps: Steps): Promise<NodeRuntime> {
	const [own] = process.versions.node.split('.').map(Number);
	if (own !== undefined && majors.includes(own)) {
		return runtimeOf(process.execPath);
	}
	const name = `node-${process.platform}-${process.arch}`;
	const folder = path.join(CACHE, `node-${NODE_FROM_REGISTRY}`);
	const executable = path.join(folder, 'node_modules', name, 'bin/node');
	if (!existsSync(executable)) {
		await mkdir(folder, { recursive: true });
		const install = ['install', '--prefix', folder, '--no-package-lock', '--no-save'];
		await steps.run(
			`Install Node ${NODE_FROM_REGISTRY}`,
			async () =>
				await runCommand('npm', [...install, `${name}@${NODE_FROM_REGISTRY}`], { cwd: folder }),
		);
	}
	return runtimeOf(executable);
}

function runtimeOf(executable: string): NodeRuntime {
	return {
		executable,
		env: {
			...withoutNpmSettings(process.env),
			PATH: `${path.dirname(executable)}${path.delimiter}${process.env.PATH ?? ''}`,
		},
	};
}

/** `npm run` hands down its settings, among them this package's `ignore-scripts` and its folder. */
function withoutNpmSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	const handedDown = /^npm_(config_(ignore_scripts|local_prefix|prefix)|package_.*|lifecycle_.*)$/i;
	return Object.fromEntries(Object.entries(env).filter(([name]) => !handedDown.test(name)));
}
