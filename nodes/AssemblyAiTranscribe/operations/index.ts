import type { NodeOperation } from '../../shared/n8n/nodeOperations';
import { transcribe } from './audio/transcribe';
import { get } from './transcript/get';

/** The node's operations; the first of a resource is its default. */
export const operations: NodeOperation[] = [transcribe, get];
