import { executeContext } from '../support/executeContext';

import { transcriptJson } from '../../../nodes/shared/n8n/transcriptJson';

const transcript = { id: 'tr-1', status: 'completed', text: 'Hello.' };

test('in a workflow every field is there, in a tool only what tells something', () => {
	const context = executeContext();
	expect(transcriptJson(context, transcript, true)).toHaveProperty('confidence', null);

	context.isToolExecution = () => true;
	expect(transcriptJson(context, transcript, true)).toEqual({
		transcriptId: 'tr-1',
		status: 'completed',
		text: 'Hello.',
	});
	expect(transcriptJson(context, transcript, false)).toHaveProperty('failureReason', null);
});
