import { execFileSync } from 'node:child_process';
import { z } from 'zod';

/** What npm puts into every package, and the one entry point. */
const ALWAYS = ['LICENSE', 'README.md', 'dist/index.js', 'package.json'];

const COMPILED = /^(?:credentials|nodes)\/.*(?<!\.d)\.ts$/;
const COPIED =
	/^(?:(?:credentials|nodes)\/.*\.svg|nodes\/.*\.node\.json|nodes\/.*\/__schema__\/.*\.json)$/;

/** The files of the package that these sources make, and no others. */
export function expectedFiles(sources: string[]): string[] {
	const compiled = sources
		.filter((file) => COMPILED.test(file))
		.map((file) => `dist/${file.replace(/\.ts$/, '.js')}`);
	const copied = sources.filter((file) => COPIED.test(file)).map((file) => `dist/${file}`);
	return [...ALWAYS, ...compiled, ...copied].sort();
}

/** What is packed and should not be, or should be and is not; each as a sentence without its full stop. */
export function packProblems(packed: string[], expected: string[]): string[] {
	const surplus = packed.filter((file) => !expected.includes(file));
	const missing = expected.filter((file) => !packed.includes(file));
	return [
		...surplus.map((file) => `${file} would be published, and no source makes it`),
		...missing.map((file) => `${file} would be missing`),
	];
}

const packs = z
	.array(
		z.object({
			filename: z.string(),
			size: z.number(),
			unpackedSize: z.number(),
			files: z.array(z.object({ path: z.string() })),
		}),
	)
	.nonempty();

export interface Pack {
	name: string;
	bytes: number;
	unpackedBytes: number;
	files: string[];
}

/** What `npm publish` would send from this folder. */
export function packOf(folder: string): Pack {
	const reply = execFileSync('npm', ['pack', '--dry-run', '--json', '--silent'], {
		cwd: folder,
		encoding: 'utf8',
	});
	const [{ filename, size, unpackedSize, files }] = packs.parse(JSON.parse(reply));
	return {
		name: filename,
		bytes: size,
		unpackedBytes: unpackedSize,
		files: files.map((file) => file.path).sort(),
	};
}
