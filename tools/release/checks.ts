import { changelogProblems } from './changelog';

export interface ReleaseFacts {
	/** Of package.json. */
	version: string;
	/** Of the package that is published beside this one. */
	versionBeside: string;
	/** Of nodes/shared/version.ts, which is what n8n runs. */
	versionInCode: string | undefined;
	/** The text of CHANGELOG.md. */
	changelog: string;
	/** YYYY-MM-DD. */
	today: string;
	/** The lines of `git status --porcelain`. */
	changes: string[];
	branch: string;
	tags: string[];
	/** Files in which a placeholder stands, with what it is. */
	placeholders: string[];
}

const RELEASE_BRANCH = 'main';

export function tagOf(version: string): string {
	return `v${version}`;
}

/** Why this commit cannot be released, each as a sentence without its full stop. */
export function releaseProblems(facts: ReleaseFacts): string[] {
	const { version, versionBeside, versionInCode, changes, branch, tags } = facts;
	const problems: string[] = [];
	if (changes.length > 0) {
		problems.push(
			`The working tree is not clean: ${changes.map((line) => line.trim()).join(', ')}`,
		);
	}
	if (branch !== RELEASE_BRANCH) {
		problems.push(`Releases are made on ${RELEASE_BRANCH}, and this is ${branch || 'no branch'}`);
	}
	if (tags.includes(tagOf(version))) problems.push(`The tag ${tagOf(version)} is there already`);
	if (versionInCode !== version) {
		problems.push(
			`package.json has the version ${version}, nodes/shared/version.ts ${versionInCode ?? 'none'}`,
		);
	}
	if (versionBeside !== version) {
		problems.push(
			`package.json has the version ${version}, that of the chat model ${versionBeside}`,
		);
	}
	problems.push(...changelogProblems(facts.changelog, version, facts.today));
	problems.push(...facts.placeholders.map((found) => `A placeholder is left in ${found}`));
	return problems;
}
