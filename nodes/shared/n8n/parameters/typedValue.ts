import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { parseJson } from '../../api/core/errorText';
import { isBlank, isObject } from '../../values';
import { splitText } from './splitText';

type Shown = Pick<INodeProperties, 'name' | 'displayName'> & Partial<INodeProperties>;

const TRUE = new Set(['true', 'yes', 'on', '1']);
const FALSE = new Set(['false', 'no', 'off', '0']);
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
/** Two thousand in one country, and two in another. */
const THOUSANDS = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;

/**
 * A parameter's value as the type that the panel gives it, where an expression gave the same in another: sheets,
 * forms and webhooks have numbers and switches as texts. What is not certain stays as it is, for the parameter's
 * own schema to refuse. Nothing counts as not set: a parameter then has its default, an option is left out.
 */
export function typedValue(field: Shown, value: unknown): unknown {
	const { default: preset } = field;
	if (!isUnset(value)) return ofType(field, value);
	return preset === undefined ? (value ?? '') : preset;
}

/** The name by which people know a part of a parameter: "Vocabulary Options → Custom Spelling, entry 2 → From". */
export function labelOf(field: Shown, path: ReadonlyArray<PropertyKey>): string {
	const labels: string[] = [];
	let [at, label] = [field, field.displayName];
	for (const name of path) {
		if (typeof name === 'number') {
			label += `, entry ${name + 1}`;
			continue;
		}
		const part = partsOf(at).find((one) => one.name === name) ?? partInGroup(at, name);
		if (!part) break;
		at = part;
		// A group is a heading within its parameter, and stands on no label that people would look for.
		if (part.type === undefined) continue;
		labels.push(label);
		label = part.displayName;
	}
	return [...labels, label].join(' → ');
}

function partInGroup(field: Shown, name: PropertyKey): Shown | undefined {
	const groups = partsOf(field).filter(({ type }) => type === undefined);
	return groups.flatMap(partsOf).find((part) => part.name === name);
}

function ofType(field: Shown, value: unknown): unknown {
	switch (field.type) {
		case 'boolean':
			return asBoolean(onlyOne(value));
		case 'number':
			return asNumber(onlyOne(value));
		case 'string':
			return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
		case 'options':
			return asChoice(field, onlyOne(value));
		case 'multiOptions':
			return asChoices(field, value);
		case 'collection':
		case 'fixedCollection':
			return isObject(value) ? withTypedParts(field, value) : value;
		default:
			return value;
	}
}

/** An expression over a list, such as a filter, gives a list where one value is meant. */
function onlyOne(value: unknown): unknown {
	return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

function withTypedParts(field: Shown, value: Record<string, unknown>): Record<string, unknown> {
	const parts = partsOf(field);
	const entries = Object.entries(value).map(([name, single]): [string, unknown] => {
		const part = parts.find((one) => one.name === name);
		return [name, part === undefined || isUnset(single) ? single : typedPart(part, single)];
	});
	return Object.fromEntries(entries.filter(([, single]) => !isUnset(single)));
}

/** A group of a fixed collection is one entry, or a list of them. */
function typedPart(part: Shown, value: unknown): unknown {
	if (part.type !== undefined) return ofType(part, value);
	const typed = (one: unknown) => (isObject(one) ? withTypedParts(part, one) : one);
	return Array.isArray(value) ? value.map(typed) : typed(value);
}

type Option = INodeProperties | INodePropertyCollection | INodePropertyOptions;

/** What a collection may have in it; the groups of a fixed collection have parts in turn. */
function partsOf({ options = [] }: Shown): Shown[] {
	return options.flatMap((option: Option): Shown[] => {
		if ('values' in option) {
			const { name, displayName, values } = option;
			return [{ name, displayName, options: values }];
		}
		return 'type' in option ? [option] : [];
	});
}

function asBoolean(value: unknown): unknown {
	const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
	const plain = text.trim().toLowerCase();
	if (TRUE.has(plain)) return true;
	return FALSE.has(plain) ? false : value;
}

function asNumber(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	const plain = value.trim();
	return NUMBER.test(plain) && !THOUSANDS.test(plain) ? Number(plain) : value;
}

/** A choice by its value or its label, in whatever case. What is no choice may be one that the service has added. */
function asChoice(field: Shown, value: unknown): unknown {
	if (typeof value !== 'string' && typeof value !== 'number') return value;
	const plain = String(value).trim().toLowerCase();
	const choices = choicesOf(field);
	const chosen =
		choices.find((choice) => choice.value === value) ??
		choices.find((choice) => String(choice.value).toLowerCase() === plain) ??
		choices.find(({ name }) => name.toLowerCase() === plain);
	return chosen ? chosen.value : value;
}

function asChoices(field: Shown, value: unknown): unknown {
	if (Array.isArray(value)) return value.map((one) => asChoice(field, one));
	if (typeof value !== 'string') return value;
	const whole = asChoice(field, value);
	const list = whole === value ? (listInText(value) ?? splitText(value)) : [whole];
	const chosen = list.map((one) => asChoice(field, one));
	// A text that is no list, such as an expression that n8n did not evaluate, is told of as it stands.
	return chosen.length === 1 && !choicesOf(field).some(({ value: known }) => known === chosen[0])
		? value
		: chosen;
}

function choicesOf({ options = [] }: Shown): INodePropertyOptions[] {
	return options.flatMap((option: Option) => ('value' in option ? [option] : []));
}

/**
 * A list as text, as it comes out of sheets and of expressions: JSON, and what people write in its place, with
 * a comma too many or other quotation marks. Nothing where it is none.
 */
export function listInText(text: string): unknown[] | undefined {
	const bare = text.trim();
	if (!bare.startsWith('[')) return undefined;
	const list = parseJson(bare);
	if (Array.isArray(list)) return list;
	const inner = bare.slice(1, -1);
	const isPlain = bare.endsWith(']') && !/[[\]{}]/.test(inner) && /[,"']/.test(inner);
	return isPlain ? inner.split(',').map((entry) => withoutQuotes(entry.trim())) : undefined;
}

function withoutQuotes(text: string): string {
	const isQuoted = text.length > 1 && /^["'`]/.test(text) && text.endsWith(text.charAt(0));
	return isQuoted ? text.slice(1, -1) : text;
}

export function isUnset(value: unknown): boolean {
	return isBlank(value) || (Array.isArray(value) && value.length === 0);
}
