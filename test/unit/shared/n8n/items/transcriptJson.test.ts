import { executeContext } from '../../../../support/unit/executeContext';

import { transcriptJson } from '../../../../../nodes/shared/n8n/items/transcriptJson';

const transcript = { id: 'tr-1', status: 'completed', text: 'Hello.' };

test('in a workflow every field is there, in a tool only what tells something', () => {
	const inWorkflow = executeContext();
	expect(transcriptJson(inWorkflow, transcript, true)).toHaveProperty('confidence', null);

	const asTool = executeContext({ type: 'unit.nodeTool' });
	expect(transcriptJson(asTool, transcript, true)).toEqual({
		transcriptId: 'tr-1',
		status: 'completed',
		text: 'Hello.',
	});
	expect(transcriptJson(asTool, transcript, false)).toHaveProperty('failureReason', null);
});
