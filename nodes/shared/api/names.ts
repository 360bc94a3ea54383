type SnakeCase<Name extends string> = Name extends `${infer First}${infer Rest}`
	? First extends Lowercase<First>
		? `${First}${SnakeCase<Rest>}`
		: `_${Lowercase<First>}${SnakeCase<Rest>}`
	: Name;

export type ApiNames<Settings> = {
	[Name in keyof Settings & string as SnakeCase<Name>]?: Settings[Name];
};

/**
 * Settings under the names of the API, those that are not set and empty lists left out. Parameters have the
 * API's names in the panel too, only in camel case there.
 */
export function apiNames<Settings extends object>(settings: Settings): ApiNames<Settings>;
export function apiNames(settings: object): object {
	return Object.fromEntries(
		Object.entries(settings)
			.filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
			.map(([name, value]) => [snakeCase(name), value]),
	);
}

function snakeCase(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** An object under a name, or nothing where it is empty. */
export function nonEmpty<Name extends string, Value extends object>(
	name: Name,
	value: Value,
): { [Key in Name]?: Value };
export function nonEmpty(name: string, value: object): object {
	return Object.keys(value).length > 0 ? { [name]: value } : {};
}

/** Records of the API with their own keys in camel case, as all keys of a simplified output are. */
export function camelCaseRecords(
	records: Array<Record<string, unknown>> | null | undefined,
): Array<Record<string, unknown>> | null {
	return records?.map(camelCaseKeys) ?? null;
}

function camelCaseKeys(record: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(record).map(([key, value]) => [
			key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
			value,
		]),
	);
}
