import type { IExecuteFunctions } from 'n8n-workflow';
import { AssemblyAiError, HaltedError } from '../../../shared/api/core/errors';
import { withFewRequests } from '../../../shared/api/core/fewRequests';
import type { RateGates } from '../../../shared/api/core/rateGate';
import type { Service } from '../../../shared/api/core/service';
import { joinGates } from '../../../shared/gateway/sharedGates';
import { limiterOf, type Limiter } from '../../../shared/limiter';
import { includeInput } from '../../../shared/n8n/items/includeInput';
import type { Operation, Output } from '../../../shared/n8n/items/runItems';
import { serviceOf } from '../../../shared/n8n/service/service';
import { readTranscriptId } from '../../../shared/n8n/parameters/transcriptLocator';
import { outcomeOf } from '../../../shared/outcome';

/** A few fill a line, and each may have a gigabyte. */
const DOWNLOADS_AT_ONCE = 4;

/** What an operation on one transcript has to work with. */
export interface Work<Settings> {
	context: IExecuteFunctions;
	service: Service;
	transcriptId: string;
	settings: Settings;
	isHalted: () => boolean;
	/** Lets a few files at a time be fetched from elsewhere, which is no request to the service. */
	downloads: Limiter;
	/** For what counts against a limit of LLM Gateway. */
	gates: RateGates;
}

interface TranscriptOperation<Settings> {
	/** Reads the parameters of one item besides the transcript itself. */
	read(
		context: IExecuteFunctions,
		itemIndex: number,
	): Settings & { options?: { includeInputFields: boolean } };
	act(work: Work<Settings>): Promise<Output>;
}

/**
 * The run of an operation that reads or changes one transcript per item: all items together, a few requests at
 * a time, and whatever fails names its transcript.
 */
export function perTranscript<Settings>({ read, act }: TranscriptOperation<Settings>): Operation {
	return async ({ context, isHalted, atEnd }) => {
		const service = withFewRequests(await serviceOf(context));
		const { gates, leave } = joinGates(service);
		atEnd(leave);
		const downloads = limiterOf(DOWNLOADS_AT_ONCE);
		return async (itemIndex) => {
			const id = readTranscriptId(context, itemIndex);
			const settings = read(context, itemIndex);
			const task = async () => {
				if (isHalted()) throw new HaltedError('Another item failed', { transcriptId: id });
				const acting = act({
					context,
					service,
					transcriptId: id,
					settings,
					isHalted,
					downloads,
					gates,
				});
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

function naming(id: string, error: unknown): unknown {
	return error instanceof AssemblyAiError ? error.knowing({ transcriptId: id }) : error;
}
