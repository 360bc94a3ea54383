import { nameOutput } from '../../../shared/acrossCalls/acrossOutput';
import { AssemblyAiError } from '../../../shared/api/core/errors';
import { toldFailure } from '../../../shared/n8n/items/failures';
import type { CallResults, FailedCall } from './eachCall';
import type { Fields } from '../../../shared/values';

/** How many calls there were, and which of them failed for what. */
export function callsOutput(
	{ done, failed }: CallResults<unknown>,
	answered = done.length,
): Fields {
	return {
		asked: done.length + failed.length,
		answered,
		failed: failed.length,
		failures: failed.map(failureOutput),
	};
}

function failureOutput({ item, error, ...name }: FailedCall): Fields {
	const { message, status = null, requestId = null } = toldFailure(error);
	return { ...nameOutput(name), item, message, status, requestId };
}

/** @throws the failure of the first call, where all have failed */
export function refuseNoCalls({ done, failed }: CallResults<unknown>): void {
	const [first] = failed;
	if (done.length > 0 || first === undefined) return;
	throw failed.length === 1 ? first.error : allFailed(failed, first);
}

function allFailed(failed: readonly FailedCall[], { title, error }: FailedCall): unknown {
	if (!(error instanceof AssemblyAiError)) return error;
	const message = `None of the ${failed.length} calls could be asked. The first one, ${title}: ${error.message}`;
	return new AssemblyAiError(message, error.facts);
}

/** What whoever reads the answers over all calls should know about the calls. */
export function warningsOfCalls({ done, failed, repeated }: CallResults<unknown>): string[] {
	const total = done.length + failed.length;
	return [
		...(failed.length > 0
			? [`${failed.length} of ${total} calls could not be asked, and are named in calls.failures`]
			: []),
		...(repeated > 0
			? [
					`Transcripts that several items name were asked once: ${repeated} ${repeated === 1 ? 'item was' : 'items were'} passed over`,
				]
			: []),
	];
}
