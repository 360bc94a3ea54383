import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { listTranscripts } from '../../api/transcripts';
import { serviceOf } from './service';

const PER_PAGE = 50;

/** The account's recent transcripts, newest first, a page at a time. */
export async function searchTranscripts(
	this: ILoadOptionsFunctions,
	_filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const service = await serviceOf(this);
	const page = await listTranscripts(service, {
		limit: PER_PAGE,
		...(paginationToken && { beforeId: paginationToken }),
	});
	const last = page.transcripts.at(-1);
	return {
		results: page.transcripts.map(({ id, status, created }) => ({
			name: `${created?.slice(0, 16).replace('T', ' ') ?? ''} · ${status} · ${id}`,
			value: id,
		})),
		...(page.page_details.prev_url && last && { paginationToken: last.id }),
	};
}
