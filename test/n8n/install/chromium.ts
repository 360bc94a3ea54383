import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CACHE } from '../../support/n8n/folders';
import { runCommand } from '../../support/n8n/runCommand';
import type { Steps } from '../../support/n8n/Steps';

export interface Chromium {
	executable: string;
	env: NodeJS.ProcessEnv;
}

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A Chromium inside an npm package, with the libraries and the font that it needs. */
const FROM_REGISTRY = { name: '@sparticuz/chromium', version: '153.0.0' };

/** It unpacks into the temporary folder, and its libraries only where it believes to run on Lambda. */
const UNPACK = `await (await import('${FROM_REGISTRY.name}')).default.executablePath()`;
const AS_ON_LAMBDA = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };

/** Of our own: the package's looks for its fonts where Lambda has them, and without any font the browser stops. */
const FONT_LIST = 'fonts.conf';

/**
 * A browser to look at the editor with: the one that the environment variable CHROMIUM names, the machine's own,
 * or on Linux one from the npm registry, kept in the cache.
 * @returns undefined when there is none for this machine
 */
export async function findChromium(steps: Steps): Promise<Chromium | undefined> {
	const own = [process.env.CHROMIUM ?? '', ...USUAL_PLACES].find(
		(file) => file && existsSync(file),
	);
	if (own) return { executable: own, env: process.env };
	if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
	const unpacked = path.join(CACHE, `chromium-${FROM_REGISTRY.version}`);
	const executable = path.join(unpacked, 'chromium');
	const finished = path.join(unpacked, 'finished');
	if (!existsSync(finished)) {
		await steps.run(
			'Install Chromium from the npm registry',
			async () => await unpackInto(unpacked),
		);
		await writeFile(finished, '');
	}
	return {
		executable,
		env: {
			...process.env,
			FONTCONFIG_FILE: path.join(unpacked, FONT_LIST),
			LD_LIBRARY_PATH: path.join(unpacked, 'al2023/lib'),
		},
	};
}

async function unpackInto(folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	const { name, version } = FROM_REGISTRY;
	const install = [
		'install',
		'--prefix',
		folder,
		'--no-package-lock',
		'--no-save',
		'--ignore-scripts',
	];
	await runCommand('npm', [...install, `${name}@${version}`], { cwd: folder });
	await runCommand(process.execPath, ['--input-type=module', '--eval', UNPACK], {
		cwd: folder,
		env: { ...process.env, ...AS_ON_LAMBDA, TMPDIR: folder },
	});
	await writeFile(
		path.join(folder, FONT_LIST),
		`<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir>${path.join(folder, 'fonts')}</dir>
	<cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`,
	);
}
