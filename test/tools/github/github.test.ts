import { existsSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../../../package.json';
import { readDependabot, readIssueForm, readWorkflows, ROOT } from './readGithubFiles';

const workflows = readWorkflows();
const jobs = [...workflows].flatMap(([file, { jobs }]) =>
	Object.entries(jobs).map(([name, job]) => ({ file, name, job })),
);
const steps = jobs.flatMap(({ file, job }) => job.steps.map((step) => ({ file, ...step })));
const commands = steps.flatMap(({ file, run = '' }) =>
	run.split(/\n|&&/).map((line) => ({ file, line: line.trim() })),
);

test('the workflows are those that this test knows', () => {
	expect([...workflows.keys()]).toEqual(['ci.yml', 'nightly.yml', 'publish.yml']);
});

test('every npm script that a workflow runs is one of package.json', () => {
	const named = commands.flatMap(
		({ line }) =>
			/^npm (?:run (?:--silent )?)?(?!ci|run|publish|view)([\w:]+)/.exec(line)?.[1] ?? [],
	);
	expect(named).toContain('test:n8n:queue');
	expect(named).toContain('test');
	expect(named.filter((name) => !(name in packageJson.scripts))).toEqual([]);
});

test('every file of the repository that a workflow names is there', () => {
	const named = commands.flatMap(
		({ line }) => line.match(/(?<![\w/.])(?:\.ci|test)\/[\w./-]*\w/g) ?? [],
	);
	expect(named).toContain('.ci/run');
	expect(named.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
});

test('every action is pinned to a commit, with its version beside it', () => {
	const used = steps.flatMap(({ uses }) => uses ?? []);
	expect(used.length).toBeGreaterThan(0);
	expect(used.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
});

test('a workflow may read, and only a job that has to may write', () => {
	for (const { permissions } of workflows.values())
		expect(permissions).toEqual({ contents: 'read' });
	const rights = jobs.flatMap(({ file, name, job }) =>
		job.permissions ? [[file, name, job.permissions]] : [],
	);
	expect(rights).toEqual([
		['nightly.yml', 'report', { issues: 'write' }],
		['publish.yml', 'npm', { contents: 'read', 'id-token': 'write' }],
		['publish.yml', 'notes', { contents: 'write' }],
	]);
});

test('no text from outside is put into a command', () => {
	expect(commands.filter(({ line }) => line.includes('${{'))).toEqual([]);
});

test('what is published was tested and scanned before, and says where it was built', () => {
	const run = workflows.get('publish.yml')?.jobs.npm?.steps.flatMap(({ run }) => run ?? []) ?? [];
	expect(run.slice(-4)).toEqual([
		'npm test',
		'npm run scan',
		'npm publish --provenance --access public',
		'npm publish ./packages/n8n-nodes-assemblyai-chat-model --provenance --access public',
	]);
});

test('the form for faults asks for what is needed to find them, and for nothing private', () => {
	const { body } = readIssueForm('bug');
	const ids = body.flatMap(({ id }) => id ?? []);
	expect(ids).toEqual(expect.arrayContaining(['n8n', 'mode', 'message', 'transcript', 'private']));
	expect(JSON.stringify(body)).toContain('no API keys, no recordings');
	expect(readIssueForm('feature').body.length).toBeGreaterThan(0);
});

test('new versions of packages and actions come in groups', () => {
	expect(readDependabot().updates.map((update) => update['package-ecosystem'])).toEqual([
		'npm',
		'github-actions',
	]);
	const dev = Object.keys(packageJson.devDependencies);
	const groups = readDependabot().updates.flatMap(({ groups }) => Object.values(groups));
	const patterns = groups.flatMap(({ patterns }) => patterns).filter((pattern) => pattern !== '*');
	const unused = patterns.filter((pattern) => {
		const begin = pattern.replace(/\*$/, '');
		return !dev.some((name) => (begin === pattern ? name === pattern : name.startsWith(begin)));
	});
	expect(unused).toEqual([]);
});
