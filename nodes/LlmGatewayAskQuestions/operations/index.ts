import type { NodeOperation } from '../../shared/n8n/items/nodeOperations';
import { askAcrossCalls } from './askAcrossCalls/askAcrossCalls';
import { askQuestions } from './askQuestions';
import { prompt } from './prompt';

/** The node's operations; the first one is its default. */
export const operations: NodeOperation[] = [askQuestions, askAcrossCalls, prompt];
