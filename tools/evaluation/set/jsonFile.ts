import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { jsonFault } from '../../../nodes/shared/jsonFault';
import { ArgumentError } from '../../commandLine';

/** Without the mark of its encoding that Windows writes before a text. @throws ArgumentError that names the file */
export function readTextFile(file: string): string {
	try {
		return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
	} catch {
		throw new ArgumentError(`${shown(file)} cannot be read`);
	}
}

/** @throws ArgumentError that names the file and its line or field */
export function readJsonFile<Schema extends z.ZodTypeAny>(
	file: string,
	schema: Schema,
): z.output<Schema> {
	const text = readTextFile(file);
	const fault = jsonFault(text);
	if (fault !== undefined) throw new ArgumentError(`${shown(file)} is no JSON: ${fault}`);
	const parsed = schema.safeParse(JSON.parse(text));
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const field = issue?.path.join('.') ?? '';
	throw new ArgumentError(
		`${shown(file)}${field === '' ? '' : `, ${field}`}: ${issue?.message ?? 'cannot be used'}`,
	);
}

/** Where somebody will look for it. */
export function shown(file: string): string {
	const relative = path.relative(process.cwd(), file);
	return relative.startsWith('..') ? file : relative;
}
