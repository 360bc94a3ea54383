import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { transcriptPages, type Listed } from '../../api/transcripts';
import { serviceOf } from './service';

const PER_PAGE = 50;
/** Somebody waits in front of the dropdown; an account with a thousand failed ones in a row has other worries. */
const MAX_PAGES = 20;

/** The account's recent transcripts, newest first, a page at a time. */
export async function searchTranscripts(
	this: ILoadOptionsFunctions,
	_filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await pageOf(this, paginationToken, () => true);
}

/** The same without failed ones, of which there is nothing to ask about or to export. */
export async function searchUsableTranscripts(
	this: ILoadOptionsFunctions,
	_filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await pageOf(this, paginationToken, ({ status }) => status !== 'error');
}

async function pageOf(
	context: ILoadOptionsFunctions,
	paginationToken: string | undefined,
	isWanted: (listed: Listed) => boolean,
): Promise<INodeListSearchResult> {
	const service = await serviceOf(context);
	const start = { limit: PER_PAGE, ...(paginationToken && { beforeId: paginationToken }) };
	let pages = 0;
	for await (const { transcripts, next } of transcriptPages(service, start)) {
		const results = transcripts.filter(isWanted).map(({ id, status, created }) => ({
			name: `${created?.slice(0, 16).replace('T', ' ') ?? ''} · ${status} · ${id}`,
			value: id,
		}));
		// The editor takes a page without entries for the end of the list.
		if (results.length > 0 || ++pages === MAX_PAGES)
			return { results, ...(next && { paginationToken: next }) };
	}
	return { results: [] };
}
