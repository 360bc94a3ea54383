import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const ROOT = path.join(__dirname, '../..');
const SHARED = 'nodes/shared';
const HASHES = 2 ** 32;

/** The rooms of `nodes/shared`, and one of the files that stand in none. */
export const ROOMS = [
	...readdirSync(path.join(ROOT, SHARED), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name),
	'.',
];

/** A declaration of a file as Stryker is told it: `file:first line-last line`, counted from 1. */
export type Section = string;

/**
 * Some of a room's declarations. Each is drawn by a hash of its own, so that the same seed draws the same ones,
 * whatever else is added or changed.
 * @param share of all declarations, from 0 to 1
 */
export function sectionsOf(room: string, share: number, seed: number): Section[] {
	return filesOf(room)
		.flatMap(declarationsOf)
		.filter(({ name, file }) => hashOf(`${seed} ${file} ${name}`) < share * HASHES)
		.map(({ file, first, last }) => `${file}:${first}-${last}`);
}

function filesOf(room: string): string[] {
	const folder = path.posix.join(SHARED, room);
	return readdirSync(path.join(ROOT, folder), { recursive: room !== '.', encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts'))
		.sort()
		.map((name) => path.posix.join(folder, name.split(path.sep).join('/')));
}

interface Declaration {
	file: string;
	name: string;
	first: number;
	last: number;
}

/** Imports and types have nothing to change. */
function declarationsOf(file: string): Declaration[] {
	const content = readFileSync(path.join(ROOT, file), 'utf8');
	const source = ts.createSourceFile(file, content, ts.ScriptTarget.Latest);
	const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
	return source.statements
		.filter((statement) => isCode(statement))
		.map((statement, index) => ({
			file,
			name: nameOf(statement, source) ?? String(index),
			first: lineOf(statement.getStart(source)),
			last: lineOf(statement.end),
		}));
}

function isCode(statement: ts.Statement): boolean {
	return (
		ts.isFunctionDeclaration(statement) ||
		ts.isClassDeclaration(statement) ||
		ts.isVariableStatement(statement)
	);
}

function nameOf(statement: ts.Statement, source: ts.SourceFile): string | undefined {
	if (ts.isVariableStatement(statement)) {
		return statement.declarationList.declarations[0]?.name.getText(source);
	}
	const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
	return isNamed ? statement.name?.text : undefined;
}

function hashOf(text: string): number {
	return createHash('sha256').update(text).digest().readUInt32BE(0);
}
