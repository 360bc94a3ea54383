import { answerQuestion, type Answer } from './answerQuestion';
import type { ListedQuestion } from './freePrompt/questionList';
import { firstNumber } from './numbers';
import type { Question } from './prompt';
import { asSchema, numberOr, resolve, typesOf, type Schema } from './schema';
import { stems } from './words';
import type { Sentence } from './transcriptLines';

const MAX_ITEMS = 3;
const MAX_DEPTH = 12;

/**
 * A value that is valid for a JSON schema. What a property's description asks is answered from the
 * transcript, a list of answers gets one entry for each question of the prompt, and what nobody asks
 * anything of is filled with sentences in their order. Knows the part of JSON Schema that the providers
 * take: type, properties, items, enum, const, anyOf, oneOf, $ref into $defs, and the bounds of numbers,
 * strings and arrays.
 */
export function valueForSchema(
	schema: unknown,
	sentences: Sentence[],
	questions: ListedQuestion[] = [],
): unknown {
	return new Filler(asSchema(schema), sentences, questions).fill(asSchema(schema), '', 0);
}

class Filler {
	private next = 0;

	constructor(
		private readonly root: Schema,
		private readonly sentences: Sentence[],
		private readonly questions: ListedQuestion[],
	) {}

	fill(schema: Schema, name: string, depth: number): unknown {
		if (depth > MAX_DEPTH) return null;
		if (typeof schema.$ref === 'string') {
			return this.fill(resolve(this.root, schema.$ref), name, depth + 1);
		}
		if ('const' in schema) return schema.const;
		const described = this.fromDescription(schema, name);
		if (described !== undefined) return described;
		if (Array.isArray(schema.enum)) return this.choose(schema.enum);
		const [firstAlternative] = [schema.anyOf, schema.oneOf, schema.allOf].find(Array.isArray) ?? [];
		if (firstAlternative !== undefined) {
			return this.fill(asSchema(firstAlternative), name, depth + 1);
		}
		return this.byType(schema, name, depth);
	}

	private byType(schema: Schema, name: string, depth: number): unknown {
		const [type] = typesOf(schema);
		if (type === 'object' || (type === undefined && 'properties' in schema)) {
			return this.object(schema, depth, undefined);
		}
		if (type === 'array') return this.list(schema, name, depth);
		if (type === 'integer') return Math.round(this.number(schema));
		if (type === 'number') return this.number(schema);
		if (type === 'boolean') return this.mentions(name);
		if (type === 'null') return null;
		return this.text(schema, undefined);
	}

	private object(schema: Schema, depth: number, asked: Asked | undefined): Record<string, unknown> {
		const properties = Object.entries(asSchema(schema.properties));
		return Object.fromEntries(
			properties.map(([key, part]) => {
				const said = asked && fromAnswer(key, asked);
				const own = asSchema(part);
				if (typeof said === 'string') return [key, this.text(own, said)];
				return [key, said ?? this.fill(own, key, depth + 1)];
			}),
		);
	}

	private list(schema: Schema, name: string, depth: number): unknown[] {
		const items = asSchema(schema.items);
		const item = typeof items.$ref === 'string' ? resolve(this.root, items.$ref) : items;
		const most = numberOr(schema.maxItems, Infinity);
		if ('answer' in asSchema(item.properties) && this.questions.length > 0) {
			return this.questions
				.slice(0, most)
				.map((listed, at) => this.object(item, depth + 1, this.ask(listed, at + 1)));
		}
		const length = Math.min(Math.max(numberOr(schema.minItems, 1), MAX_ITEMS), most);
		return Array.from({ length }, () => this.fill(items, name, depth + 1));
	}

	private ask({ question, context }: ListedQuestion, index: number): Asked {
		const asked: Question = { index, question, context, answer_type: 'text' };
		return { question, ...answerQuestion(asked, this.sentences) };
	}

	/** A description is the question that a property answers. */
	private fromDescription(schema: Schema, name: string): unknown {
		const { description } = schema;
		const type = answerTypeOf(schema, `${name} ${String(description)}`);
		if (typeof description !== 'string' || type === undefined) return undefined;
		const choices = Array.isArray(schema.enum) ? schema.enum.map(String) : undefined;
		const question = { index: 1, question: description, answer_type: type, choices };
		const { known, answer } = answerQuestion(question, this.sentences);
		if (!known) return typesOf(schema).includes('null') ? null : undefined;
		if (type === 'yesNo') return answer === 'yes';
		if (type === 'number') return bounded(Number(answer), schema);
		return type === 'oneOf' ? answer : this.text(schema, answer);
	}

	private text(schema: Schema, said: string | undefined): string {
		const text = said ?? this.sentences[this.next % Math.max(1, this.sentences.length)]?.text ?? '';
		if (said === undefined) this.next += 1;
		return text
			.slice(0, numberOr(schema.maxLength, Infinity))
			.padEnd(numberOr(schema.minLength, 0), '.');
	}

	private number(schema: Schema): number {
		const said = this.sentences.map(({ text }) => firstNumber(text)).find((n) => n !== undefined);
		return bounded(said ?? 0, schema);
	}

	private mentions(name: string): boolean {
		const wanted = stems(name.replace(/[_-]/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2'));
		return this.sentences.some((sentence) => wanted.some((word) => sentence.stems.includes(word)));
	}

	private choose(values: unknown[]): unknown {
		const said = values.find((value) => typeof value === 'string' && this.mentions(value));
		return said ?? values[0] ?? null;
	}
}

interface Asked extends Answer {
	question: string;
}

/** What a property of that name holds in an entry of a list of answers. */
function fromAnswer(name: string, asked: Asked): string | number | boolean | undefined {
	if (/^(index|number|id)$/i.test(name)) return asked.index;
	if (/^(known|found)$/i.test(name)) return asked.known;
	if (/^question$/i.test(name)) return asked.question;
	if (/^answer$/i.test(name)) return asked.known ? asked.answer : 'not known';
	if (/reason|explanation|rationale/i.test(name)) return asked.reason;
	return /quote|evidence|citation/i.test(name) ? asked.quote : undefined;
}

function answerTypeOf(schema: Schema, about: string): Question['answer_type'] | undefined {
	if (Array.isArray(schema.enum)) {
		return schema.enum.every((value) => typeof value === 'string') ? 'oneOf' : undefined;
	}
	const type = typesOf(schema).find((one) => one !== 'null');
	if (type === 'string') return /\bquote/i.test(about) ? 'quote' : 'text';
	if (type === 'boolean') return 'yesNo';
	return type === 'number' || type === 'integer' ? 'number' : undefined;
}

function bounded(value: number, schema: Schema): number {
	const least = Math.max(value, numberOr(schema.minimum, -Infinity));
	const most = Math.min(least, numberOr(schema.maximum, Infinity));
	return typesOf(schema).includes('integer') ? Math.round(most) : most;
}
