import { ApiError } from '../api/errors/ApiError';
import type { AssemblyAiError } from '../api/errors/AssemblyAiError';
import type { Model } from '../api/models';

const MOST_MODELS_NAMED = 12;

/** Names the models a user can choose instead, where the chosen one is not there, retired or not allowed. */
export async function addModelAdvice(
	error: AssemblyAiError,
	listed: () => Promise<Model[]>,
): Promise<void> {
	if (!(error instanceof ApiError) || !concernsModel(error)) return;
	const models = await listed();
	if (models.length === 0) return;
	const ids = models.map(({ id }) => id).sort();
	const named = ids.slice(0, MOST_MODELS_NAMED).join(', ');
	const rest = ids.length > MOST_MODELS_NAMED ? ` and ${ids.length - MOST_MODELS_NAMED} more` : '';
	error.facts = {
		...error.facts,
		hint: [error.facts.hint, `The region of the credential offers ${named}${rest}.`]
			.filter(Boolean)
			.join(' '),
	};
}

function concernsModel({ httpStatus, said }: ApiError): boolean {
	const text = said.toLowerCase();
	return (
		httpStatus === 410 ||
		(text.includes('model') && /not supported|not have access|deprecated/.test(text))
	);
}
