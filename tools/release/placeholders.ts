/**
 * What stands for the repository and its maintainers until there are some. CONTRIBUTING.md says where they are
 * set.
 */
const PLACEHOLDERS: ReadonlyArray<[what: string, pattern: RegExp]> = [
	['the repository', /github\.com\/n8n-nodes-assemblyai-ask\//],
	["the maintainers' mail", /[\w.-]+@[\w.-]+\.example\b/],
	["the maintainers' team", /@n8n-nodes-assemblyai-ask\/maintainers/],
];

/** The files that have one, each with what it stands for. */
export function findPlaceholders(files: ReadonlyMap<string, string>): string[] {
	return [...files].flatMap(([name, text]) =>
		PLACEHOLDERS.filter(([, pattern]) => pattern.test(text)).map(([what]) => `${name}: ${what}`),
	);
}
