import type { NodeOperation } from '../../shared/n8n/items/nodeOperations';
import { clipQuotes } from './audio/clipQuotes/clipQuotes';
import { transcribe } from './audio/transcribe';
import { deleteOperation } from './transcript/delete';
import { exportOperation } from './transcript/export';
import { get } from './transcript/get';
import { getMany } from './transcript/getMany';
import { getTalkMetrics } from './transcript/getTalkMetrics';
import { search } from './transcript/search';
import { understand } from './transcript/understand';

/** The node's operations; the first of a resource is its default. */
export const operations: NodeOperation[] = [
	transcribe,
	clipQuotes,
	get,
	getMany,
	getTalkMetrics,
	exportOperation,
	search,
	understand,
	deleteOperation,
];
