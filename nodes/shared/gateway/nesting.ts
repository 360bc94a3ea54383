/** Far deeper than anybody asks for, and far from where walking through it would overflow the stack. */
const MAX_DEPTH = 100;

/** Whether lists and objects stand in each other deeper than what a model says can be meant. */
export function isTooDeep(value: unknown): boolean {
	let level = [value];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > MAX_DEPTH) return true;
		level = level.flatMap(partsOf);
	}
	return false;
}

function partsOf(value: unknown): unknown[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value);
}
