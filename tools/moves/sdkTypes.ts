import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The folder of the official SDK that is installed here. */
export const INSTALLED_SDK = path.dirname(require.resolve('assemblyai/package.json'));

const FILES = ['openapi.generated.d.ts', 'llm-gateway/index.d.ts'];

/** What the SDK's type declarations list: the values of unions of texts, the members of object types. */
export class SdkTypes {
	private readonly aliases = new Map<string, ts.TypeNode>();
	readonly version: string;

	/** @throws when the folder holds no package of that name with these declarations */
	constructor(folder: string) {
		const read = (...file: string[]) => readFileSync(path.join(folder, ...file), 'utf8');
		this.version = String(JSON.parse(read('package.json')).version);
		for (const file of FILES) {
			const source = ts.createSourceFile(file, read('dist/types', file), ts.ScriptTarget.Latest);
			for (const statement of source.statements) {
				if (ts.isTypeAliasDeclaration(statement)) {
					this.aliases.set(statement.name.text, statement.type);
				}
			}
		}
	}

	/** @throws when the SDK has no such type any more */
	names(alias: string): string[] {
		const type = this.aliases.get(alias);
		if (type === undefined) throw new Error(`The SDK has no type ${alias} any more`);
		return this.namesOf(type);
	}

	private namesOf(type: ts.TypeNode): string[] {
		if (ts.isUnionTypeNode(type) || ts.isIntersectionTypeNode(type)) {
			return type.types.flatMap((part) => this.namesOf(part));
		}
		if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) return [type.literal.text];
		if (ts.isTypeLiteralNode(type)) {
			return type.members.flatMap(({ name }) => (name && ts.isIdentifier(name) ? name.text : []));
		}
		if (ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName)) {
			const alias = this.aliases.get(type.typeName.text);
			return alias ? this.namesOf(alias) : [];
		}
		return [];
	}
}
