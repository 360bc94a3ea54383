/** A section of the changelog, in the form of keepachangelog.com. */
export interface Release {
	/** `Unreleased` for what has no version yet. */
	version: string;
	date: string | undefined;
	/** Without the heading and the empty lines around. */
	notes: string;
}

export const UNRELEASED = 'Unreleased';

const HEADING = /^## \[([^\]]+)\](?: - (\S+))?[ \t]*$/;

/** The sections in the order in which they stand. */
export function readChangelog(text: string): Release[] {
	const releases: Array<{ version: string; date: string | undefined; lines: string[] }> = [];
	for (const line of text.split('\n')) {
		const heading = HEADING.exec(line);
		if (heading) releases.push({ version: heading[1] ?? '', date: heading[2], lines: [] });
		else releases.at(-1)?.lines.push(line);
	}
	return releases.map(({ version, date, lines }) => ({
		version,
		date,
		notes: lines.join('\n').trim(),
	}));
}

/** What is wrong with the changelog where this version is to be released on this day (YYYY-MM-DD). */
export function changelogProblems(text: string, version: string, today: string): string[] {
	const releases = readChangelog(text);
	const unreleased = releases.find((release) => release.version === UNRELEASED);
	const [first] = releases;
	const problems: string[] = [];
	if (!first || first !== unreleased)
		problems.push(`CHANGELOG.md does not begin with [${UNRELEASED}]`);
	if (unreleased && unreleased.notes !== '') {
		problems.push(`CHANGELOG.md has entries under [${UNRELEASED}], which belong to no version`);
	}
	const release = releases.find((one) => one.version === version);
	if (!release) return [...problems, `CHANGELOG.md does not have the version ${version}`];
	if (!isDay(release.date)) problems.push(`CHANGELOG.md has no date for ${version}`);
	else if (release.date > today) problems.push(`CHANGELOG.md dates ${version} to the future`);
	if (release.notes === '') problems.push(`CHANGELOG.md says nothing of ${version}`);
	return problems;
}

function isDay(date: string | undefined): date is string {
	if (date === undefined || !/^\d{4}-\d\d-\d\d$/.test(date)) return false;
	const time = Date.parse(date);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/** The changelog with all that was unreleased under a version and a date. */
export function datedChangelog(text: string, version: string, date: string): string {
	const heading = `## [${UNRELEASED}]`;
	const lines = text.split('\n');
	const at = lines.indexOf(heading);
	if (at < 0) throw new Error(`CHANGELOG.md has no heading ${heading}`);
	if (readChangelog(text).some((release) => release.version === version)) {
		throw new Error(`CHANGELOG.md has the version ${version} already`);
	}
	return [...lines.slice(0, at + 1), '', `## [${version}] - ${date}`, ...lines.slice(at + 1)].join(
		'\n',
	);
}
