import { ApiError } from '../../api/core/errors';
import { isProviderOff } from '../../api/core/providerOff';

const REFUSED_MODEL = /not supported|not have access|deprecated|not found|does not exist/;

/**
 * Whether the service does not serve the model at all: unknown in the region, not for this account, its
 * provider off, retired.
 */
export function refusesModel(error: unknown): error is ApiError {
	if (!(error instanceof ApiError)) return false;
	if (isProviderOff(error.said)) return true;
	const said = error.said.toLowerCase();
	return error.httpStatus === 410 || (said.includes('model') && REFUSED_MODEL.test(said));
}

export function exceedsContext(error: unknown): error is ApiError {
	return error instanceof ApiError && error.said.toLowerCase().includes('context limit');
}

/** Which of these request parameters the service says this model does not take. */
export function refusedParameters<P extends string>(error: unknown, candidates: readonly P[]): P[] {
	if (!(error instanceof ApiError) || error.httpStatus !== 400) return [];
	if (!/does not support|not supported/i.test(error.said)) return [];
	return candidates.filter((parameter) => error.said.includes(parameter));
}
