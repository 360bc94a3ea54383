import { executionIds } from '../../../../../nodes/shared/n8n/items/customData';
import { emptyRunData, executeContext } from '../../../../support/unit/executeContext';

const ids = (count: number) => Array.from({ length: count }, (_, index) => `id-${index}`);

test('the ids of a run stand on the execution, each once', () => {
	const data = emptyRunData();
	[...ids(2), ...ids(1)].forEach(executionIds(executeContext({ data })));
	expect(data.resultData.metadata).toEqual({ assemblyAiTranscripts: 'id-0 id-1' });
});

test('of many ids as many as n8n keeps, and how many more there are', () => {
	const data = emptyRunData();
	ids(9).forEach(executionIds(executeContext({ data })));
	expect(data.resultData.metadata?.assemblyAiTranscripts).toBe('id-0 id-1 id-2 id-3 id-4 id-5 +3');
});

test('so they do in an n8n that gives the node no custom data', () => {
	const data = emptyRunData();
	const older = Object.defineProperty(executeContext({ data }), 'customData', { value: undefined });
	ids(1).forEach(executionIds(older));
	expect(data.resultData.metadata).toEqual({ assemblyAiTranscripts: 'id-0' });
});

test('nor does it matter where expressions have none either', () => {
	const data = emptyRunData();
	const oldest = Object.defineProperties(executeContext({ data }), {
		customData: { value: undefined },
		getWorkflowDataProxy: { value: () => ({}) },
	});
	ids(1).forEach(executionIds(oldest));
	expect(data.resultData.metadata).toBeUndefined();
});
