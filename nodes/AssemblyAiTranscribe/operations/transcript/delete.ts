import { deleteTranscript } from '../../../shared/api/transcripts';
import type { NodeOperation } from '../../../shared/n8n/items/nodeOperations';
import { transcriptLocator } from '../../../shared/n8n/parameters/transcriptLocator';
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
