import { blocks, type Block } from './pages';

/** What a page shows in place of a text that matters to nobody. */
const LEFT_OUT = '…';

export interface Shown extends Block {
	/** The block as JSON: a field alone is an object of its own, and what is left out is gone. */
	value: unknown;
}

/** The JSON of all pages. @throws SyntaxError where it is none */
export function shownJson(): Shown[] {
	return blocks('json').map((block) => ({ ...block, value: parsed(block) }));
}

function parsed({ page, line, text }: Block): unknown {
	const whole = text.replace(/,\s*…\s*(?=[\]}])/g, '').trim();
	const json = whole.startsWith('"') ? `{${whole}}` : whole;
	try {
		return JSON.parse(json);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new SyntaxError(`${page}, line ${line}: ${reason}`);
	}
}

/** What a page shows of values: anything of their kind, or themselves but for fields by these names. */
export type Values = 'of their kind' | { themselvesBut: readonly string[] };

/**
 * Where what a page shows is not what there is: a field that does not exist, one that is missing, another type or,
 * where asked for, another value. A list is compared by its entries; a field named … stands for all that are left
 * out, and … within a text for any text. A null may become anything.
 */
export function differences(
	shown: unknown,
	real: unknown,
	values: Values = 'of their kind',
	place = 'it',
): string[] {
	if (shown === null || real === null) return [];
	if (Array.isArray(shown) !== Array.isArray(real) || typeof shown !== typeof real)
		return [`${place} is shown as ${kindOf(shown)} and is ${kindOf(real)}`];
	if (Array.isArray(shown) && Array.isArray(real)) {
		return shown.flatMap((entry, index) =>
			index < real.length || real.length === 0
				? differences(entry, real[index] ?? null, values, `${place}[${index}]`)
				: differences(entry, real[0], values, `${place}[${index}]`),
		);
	}
	if (!isObject(shown) || !isObject(real)) {
		if (values === 'of their kind' || isShownAs(String(shown), String(real))) return [];
		return [`${place} is shown as ${String(shown)} and is ${String(real)}`];
	}
	const missing =
		LEFT_OUT in shown ? [] : Object.keys(real).filter((field) => !Object.hasOwn(shown, field));
	const kindIsEnough = (field: string) =>
		values !== 'of their kind' && values.themselvesBut.includes(field);
	return [
		...missing.map((field) => `${place}.${field} is not shown`),
		...Object.entries(shown)
			.filter(([field]) => field !== LEFT_OUT)
			.flatMap(([field, value]) =>
				Object.hasOwn(real, field)
					? differences(
							value,
							real[field],
							kindIsEnough(field) ? 'of their kind' : values,
							`${place}.${field}`,
						)
					: [`${place}.${field} does not exist`],
			),
	];
}

function isShownAs(shown: string, real: string): boolean {
	const [begin = '', ...others] = shown.split(LEFT_OUT);
	const end = others.pop();
	return end === undefined ? shown === real : real.startsWith(begin) && real.endsWith(end);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

function kindOf(value: unknown): string {
	return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
