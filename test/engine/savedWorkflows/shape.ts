/** The fields of an output, by their paths, with the types of their values; of a list those of its entries. */
export function shapeOf(value: unknown, path = ''): Record<string, string> {
	if (Array.isArray(value)) {
		const entries: Record<string, string>[] = value.map((entry) => shapeOf(entry, `${path}[]`));
		return Object.assign({ [path]: 'list' }, ...entries);
	}
	if (typeof value !== 'object' || value === null)
		return { [path]: value === null ? 'null' : typeof value };
	const fields = Object.entries(value).map(([name, entry]) =>
		shapeOf(entry, path === '' ? name : `${path}.${name}`),
	);
	return Object.assign({}, ...fields);
}
