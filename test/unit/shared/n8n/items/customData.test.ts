import { showOnExecution } from '../../../../../nodes/shared/n8n/items/customData';
import { emptyRunData, executeContext } from '../../../../support/unit/executeContext';

const known = (count: number) =>
	Array.from({ length: count }, (_, itemIndex) => ({ itemIndex, transcriptId: `id-${itemIndex}` }));

test('the ids of a run stand on the execution, each once', () => {
	const data = emptyRunData();
	showOnExecution(executeContext({ data }), [...known(2), ...known(1)]);
	expect(data.resultData.metadata).toEqual({ assemblyAiTranscripts: 'id-0 id-1' });
});

test('of many ids as many as n8n keeps, and how many more there are', () => {
	const data = emptyRunData();
	showOnExecution(executeContext({ data }), known(9));
	expect(data.resultData.metadata?.assemblyAiTranscripts).toBe('id-0 id-1 id-2 id-3 id-4 id-5 +3');
});

test('so they do in an n8n that gives the node no custom data', () => {
	const data = emptyRunData();
	const older = Object.defineProperty(executeContext({ data }), 'customData', { value: undefined });
	showOnExecution(older, known(1));
	expect(data.resultData.metadata).toEqual({ assemblyAiTranscripts: 'id-0' });
});
