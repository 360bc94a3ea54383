import { firstNumber } from './numbers';
import { stems } from './words';
import type { Sentence } from './transcriptLines';

type Schema = Record<string, unknown>;

const MAX_ITEMS = 3;
const MAX_DEPTH = 12;

/**
 * A value that is valid for a JSON schema, filled with sentences of the transcript in their order.
 * Knows the part of JSON Schema that the providers take: type, properties, items, enum, const, anyOf,
 * oneOf, $ref into $defs, and the bounds of numbers, strings and arrays.
 */
export function valueForSchema(schema: unknown, sentences: Sentence[]): unknown {
	return new Filler(asSchema(schema), sentences).fill(asSchema(schema), '', 0);
}

class Filler {
	private next = 0;

	constructor(
		private readonly root: Schema,
		private readonly sentences: Sentence[],
	) {}

	fill(schema: Schema, name: string, depth: number): unknown {
		if (depth > MAX_DEPTH) return null;
		if (typeof schema.$ref === 'string')
			return this.fill(this.resolve(schema.$ref), name, depth + 1);
		if ('const' in schema) return schema.const;
		if (Array.isArray(schema.enum)) return this.choose(schema.enum);
		const [firstAlternative] = [schema.anyOf, schema.oneOf, schema.allOf].find(Array.isArray) ?? [];
		if (firstAlternative !== undefined) {
			return this.fill(asSchema(firstAlternative), name, depth + 1);
		}
		return this.byType(schema, name, depth);
	}

	private byType(schema: Schema, name: string, depth: number): unknown {
		const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
		if (type === 'object' || (type === undefined && 'properties' in schema)) {
			const properties = Object.entries(asSchema(schema.properties));
			return Object.fromEntries(
				properties.map(([key, part]) => [key, this.fill(asSchema(part), key, depth + 1)]),
			);
		}
		if (type === 'array') {
			const least = numberOr(schema.minItems, 1);
			const length = Math.min(Math.max(least, MAX_ITEMS), numberOr(schema.maxItems, Infinity));
			return Array.from({ length }, () => this.fill(asSchema(schema.items), name, depth + 1));
		}
		if (type === 'integer') return Math.round(this.number(schema));
		if (type === 'number') return this.number(schema);
		if (type === 'boolean') return this.mentions(name);
		if (type === 'null') return null;
		return this.text(schema);
	}

	private text(schema: Schema): string {
		const sentence = this.sentences[this.next % Math.max(1, this.sentences.length)]?.text ?? '';
		this.next += 1;
		return sentence
			.slice(0, numberOr(schema.maxLength, Infinity))
			.padEnd(numberOr(schema.minLength, 0), '.');
	}

	private number(schema: Schema): number {
		const said = this.sentences.map(({ text }) => firstNumber(text)).find((n) => n !== undefined);
		const value = Math.max(said ?? 0, numberOr(schema.minimum, -Infinity));
		return Math.min(value, numberOr(schema.maximum, Infinity));
	}

	private mentions(name: string): boolean {
		const wanted = stems(name.replace(/[_-]/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2'));
		return this.sentences.some((sentence) => wanted.some((word) => sentence.stems.includes(word)));
	}

	private choose(values: unknown[]): unknown {
		const said = values.find((value) => typeof value === 'string' && this.mentions(value));
		return said ?? values[0] ?? null;
	}

	private resolve(reference: string): Schema {
		const steps = reference.replace(/^#\/?/, '').split('/').filter(Boolean);
		return steps.reduce((part, step) => asSchema(part[step]), this.root);
	}
}

function asSchema(value: unknown): Schema {
	if (value === null || typeof value !== 'object' || Array.isArray(value)) return {};
	return Object.fromEntries(Object.entries(value));
}

function numberOr(value: unknown, otherwise: number): number {
	return typeof value === 'number' ? value : otherwise;
}
