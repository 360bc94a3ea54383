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

/**
 * Where what a page shows is not what there is: a field that does not exist, one that is missing, another type.
 * A list is compared by its entries; a field named … stands for all that are left out. A null may become anything.
 */
export function differences(shown: unknown, real: unknown, place = 'it'): string[] {
	if (shown === null || real === null) return [];
	if (Array.isArray(shown) !== Array.isArray(real) || typeof shown !== typeof real)
		return [`${place} is shown as ${kindOf(shown)} and is ${kindOf(real)}`];
	if (Array.isArray(shown) && Array.isArray(real)) {
		return shown.flatMap((entry, index) =>
			index < real.length || real.length === 0
				? differences(entry, real[index] ?? null, `${place}[${index}]`)
				: differences(entry, real[0], `${place}[${index}]`),
		);
	}
	if (!isObject(shown) || !isObject(real)) return [];
	const missing =
		LEFT_OUT in shown ? [] : Object.keys(real).filter((field) => !Object.hasOwn(shown, field));
	return [
		...missing.map((field) => `${place}.${field} is not shown`),
		...Object.entries(shown)
			.filter(([field]) => field !== LEFT_OUT)
			.flatMap(([field, value]) =>
				Object.hasOwn(real, field)
					? differences(value, real[field], `${place}.${field}`)
					: [`${place}.${field} does not exist`],
			),
	];
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

function kindOf(value: unknown): string {
	return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
