import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
// Comes along with n8n's engine, whose pinned version decides which one.
import { parse } from 'yaml';
import { z } from 'zod';

export const ROOT = path.resolve(__dirname, '../../..');
const GITHUB = path.join(ROOT, '.github');

const step = z.object({
	name: z.string().optional(),
	uses: z.string().optional(),
	run: z.string().optional(),
});
const permissions = z.record(z.string(), z.enum(['read', 'write', 'none']));

const workflow = z.object({
	name: z.string(),
	permissions,
	jobs: z.record(
		z.string(),
		z.object({
			'runs-on': z.string(),
			'timeout-minutes': z.number(),
			permissions: permissions.optional(),
			steps: z.array(step).min(1),
		}),
	),
});

export type Workflow = z.infer<typeof workflow>;

/** The workflows by the names of their files. */
export function readWorkflows(): Map<string, Workflow> {
	const folder = path.join(GITHUB, 'workflows');
	return new Map(
		readdirSync(folder).map((file) => [file, workflow.parse(parseYaml(path.join(folder, file)))]),
	);
}

const form = z.object({
	name: z.string(),
	description: z.string(),
	body: z.array(
		z.object({
			type: z.enum(['markdown', 'input', 'textarea', 'dropdown', 'checkboxes']),
			id: z.string().optional(),
			attributes: z.record(z.string(), z.unknown()),
		}),
	),
});

/** What the form for issues of this name asks for. */
export function readIssueForm(name: string): z.infer<typeof form> {
	return form.parse(parseYaml(path.join(GITHUB, 'ISSUE_TEMPLATE', `${name}.yml`)));
}

const dependabot = z.object({
	version: z.literal(2),
	updates: z.array(
		z.object({
			'package-ecosystem': z.string(),
			groups: z.record(z.string(), z.object({ patterns: z.array(z.string()) })),
		}),
	),
});

export function readDependabot(): z.infer<typeof dependabot> {
	return dependabot.parse(parseYaml(path.join(GITHUB, 'dependabot.yml')));
}

function parseYaml(file: string): unknown {
	return parse(readFileSync(file, 'utf8'));
}
