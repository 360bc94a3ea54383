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
