import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const IMPORT =
	/(?:^|\n)(?:import|export) (?!type )[^;]*?from '([^'\n]+)';|(?:^|\n)import '([^'\n]+)';/g;
const known = new Map<string, string[]>();

/** Whether a file's code loads a package, by itself or by what it loads; types do not count. */
export function reaches(file: string, packageName: string, seen = new Set<string>()): boolean {
	if (seen.has(file)) return false;
	seen.add(file);
	return importsOf(file).some((name) => {
		if (!name.startsWith('.')) return name === packageName;
		const inner = moduleAt(path.resolve(path.dirname(file), name));
		return inner !== undefined && reaches(inner, packageName, seen);
	});
}

function importsOf(file: string): string[] {
	const before = known.get(file);
	if (before) return before;
	const names = [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(
		([, from, alone]) => from ?? alone ?? '',
	);
	known.set(file, names);
	return names;
}

function moduleAt(place: string): string | undefined {
	return [`${place}.ts`, path.join(place, 'index.ts')].find((file) => existsSync(file));
}
