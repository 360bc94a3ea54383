import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { HaltedError } from '../../../shared/api/core/errors';
import { listAllTranscripts, type Listed } from '../../../shared/api/transcripts';
import type { NodeOperation } from '../../../shared/n8n/items/nodeOperations';
import { readParameter } from '../../../shared/n8n/parameters/readParameter';
import { serviceOf } from '../../../shared/n8n/service/service';
import { choice, settings } from '../../../shared/n8n/parameters/parsers';

const returnAllField: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

const limitField: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	displayOptions: { show: { returnAll: [false] } },
	description: 'Max number of results to return',
};

const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Created On',
			name: 'createdOn',
			type: 'dateTime',
			default: '',
			description: 'Only transcripts of this day (UTC)',
		},
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: [
				{ name: 'Completed', value: 'completed' },
				{ name: 'Error', value: 'error' },
				{ name: 'Processing', value: 'processing' },
				{ name: 'Queued', value: 'queued' },
			],
			default: 'completed',
			description: 'Only transcripts in this state',
		},
	],
};

const LIMIT = 'it must be a whole number of at least 1';

const filters = settings({
	// The panel's date picker and expressions give a date with a time, of which only the day is asked for.
	createdOn: z
		.string({ message: 'it is not a date' })
		.regex(/^\d{4}-\d{2}-\d{2}/, 'it is not a date such as 2026-11-22')
		.transform((date) => date.slice(0, 10))
		.optional(),
	status: choice(['completed', 'error', 'processing', 'queued']).optional(),
});

export const getMany: NodeOperation = {
	resource: 'transcript',
	value: 'getMany',
	name: 'Get Many',
	description: 'List the transcripts of the account, the newest first, without their texts',
	action: 'Get many transcripts',
	fields: [returnAllField, limitField, filtersField],
	async run({ context, isHalted }) {
		const service = await serviceOf(context);
		return async (itemIndex) => {
			const returnAll = readParameter(context, itemIndex, returnAllField, z.boolean());
			const limit = returnAll
				? Infinity
				: readParameter(
						context,
						itemIndex,
						limitField,
						z.number({ message: LIMIT }).int(LIMIT).min(1, LIMIT),
					);
			const filter = readParameter(context, itemIndex, filtersField, filters);
			const task = async () => {
				if (isHalted()) throw new HaltedError('Another item failed');
				const transcripts = await listAllTranscripts(service, { limit, ...filter });
				return transcripts.map((listed) => ({ json: listedOutput(listed) }));
			};
			return [task];
		};
	},
};

/** Never with a key `error`, which n8n takes for a failed item. */
function listedOutput({
	id,
	status,
	created,
	completed,
	audio_url,
	error,
}: Listed): Record<string, unknown> {
	return {
		transcriptId: id,
		status,
		created: created ?? null,
		completed: completed ?? null,
		audioUrl: audio_url ?? null,
		failureReason: error ?? null,
	};
}
