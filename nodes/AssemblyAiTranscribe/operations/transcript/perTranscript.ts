import type { IExecuteFunctions } from 'n8n-workflow';
import { AssemblyAiError, HaltedError } from '../../../shared/api/core/errors';
import type { Service } from '../../../shared/api/core/service';
import { limiterOf } from '../../../shared/limiter';
import { includeInput } from '../../../shared/n8n/items/includeInput';
import type { Operation, Output } from '../../../shared/n8n/items/runItems';
import { serviceOf } from '../../../shared/n8n/service/service';
import { readTranscriptId } from '../../../shared/n8n/parameters/transcriptLocator';
import { outcomeOf } from '../../../shared/outcome';

/** Enough to hide the time on the way; more would open a connection for every item of a large run. */
const REQUESTS_AT_ONCE = 10;

/** What an operation on one transcript has to work with. */
export interface Work<Settings> {
	context: IExecuteFunctions;
	service: Service;
	transcriptId: string;
	settings: Settings;
	isHalted: () => boolean;
}

interface TranscriptOperation<Settings> {
	/** Reads the parameters of one item besides the transcript itself. */
	read(
		context: IExecuteFunctions,
		itemIndex: number,
	): Settings & { options?: { includeInputFields: boolean } };
	act(work: Work<Settings>): Promise<Output>;
	/** Changes the service for a whole run, as by a rate limit that its items share. */
	prepare?(service: Service): Service;
}

/**
 * The run of an operation that reads or changes one transcript per item: all items together, a few requests at
 * a time, and whatever fails names its transcript.
 */
export function perTranscript<Settings>({
	read,
	act,
	prepare = (service) => service,
}: TranscriptOperation<Settings>): Operation {
	return async ({ context, isHalted }) => {
		const service = withFewRequests(prepare(await serviceOf(context)));
		return async (itemIndex) => {
			const id = readTranscriptId(context, itemIndex);
			const settings = read(context, itemIndex);
			const task = async () => {
				if (isHalted()) throw new HaltedError('Another item failed', { transcriptId: id });
				const acting = act({ context, service, transcriptId: id, settings, isHalted });
				const outcome = await outcomeOf(acting);
				if (!outcome.ok) throw naming(id, outcome.error);
				const output = outcome.value;
				return [
					settings.options?.includeInputFields ? includeInput(context, itemIndex, output) : output,
				];
			};
			return [task];
		};
	};
}

/** Waiting between requests takes no place, so that items that wait do not hold up the others. */
function withFewRequests(service: Service): Service {
	const atOnce = limiterOf(REQUESTS_AT_ONCE);
	return {
		...service,
		http: async (request) => await atOnce(async () => await service.http(request)),
	};
}

function naming(id: string, error: unknown): unknown {
	return error instanceof AssemblyAiError ? error.knowing({ transcriptId: id }) : error;
}
