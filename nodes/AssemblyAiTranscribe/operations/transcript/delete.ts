import { deleteTranscript } from '../../../shared/api/deleteTranscript';
import type { NodeOperation } from '../../../shared/n8n/nodeOperations';
import { transcriptLocator } from '../../../shared/n8n/transcriptLocator';
import { perTranscript } from './perTranscript';

export const deleteOperation: NodeOperation = {
	resource: 'transcript',
	value: 'delete',
	name: 'Delete',
	description: 'Remove the data of a transcript and its uploaded file from AssemblyAI for good',
	action: 'Delete a transcript',
	fields: [transcriptLocator],
	run: perTranscript({
		read: () => ({}),
		async act({ service, transcriptId }) {
			await deleteTranscript(service, transcriptId);
			return { json: { deleted: true, transcriptId } };
		},
	}),
};
