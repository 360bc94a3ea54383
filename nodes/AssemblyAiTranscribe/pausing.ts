import type { INodeTypeDescription } from 'n8n-workflow';
import { RESUME_PATH } from '../shared/n8n/pausing/resumeAddress';

/** What lets n8n put an execution away in the middle of the node, and a call resume it. */
export const pausing = {
	waitingNodeTooltip:
		'Paused until AssemblyAI calls back. Nothing runs meanwhile; the transcript IDs are with the execution.',
	webhooks: [
		{
			name: 'default',
			httpMethod: 'POST',
			responseMode: 'onReceived',
			path: RESUME_PATH,
			isFullPath: true,
			// Called only while an execution pauses here: no workflow is started by it, and none has to be published.
			restartWebhook: true,
		},
	],
} satisfies Partial<INodeTypeDescription>;
