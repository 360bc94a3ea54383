import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

export const talkMetricsField: INodeProperties = {
	displayName: 'Talk Metrics',
	name: 'talkMetrics',
	type: 'boolean',
	// Whoever adds the option wants it.
	default: true,
	description:
		'Whether the output also has talk ratio, longest monologue, interruptions and patience of each speaker, and the silence. They are computed without a model and without cost.',
};

export const talkMetrics = z.boolean({ message: 'it is neither true nor false' }).default(false);
