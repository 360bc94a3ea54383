import type { IDataObject } from 'n8n-workflow';

/** What the domain code makes is plain JSON; n8n's type for the same thing only names the values. */
export function dataObject(json: Record<string, unknown>): IDataObject {
	return isDataObject(json) ? json : {};
}

function isDataObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
