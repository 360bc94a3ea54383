import type { AssemblyAiError } from '../api/errors/AssemblyAiError';
import type { Model } from '../api/models';
import type { ChatContent } from './chatRequest';

const MOST_MODELS_NAMED = 12;

/** Adds sentences to what the user is told to do. */
export function addHints(error: AssemblyAiError, sentences: string[]): void {
	const hint = [error.facts.hint, ...sentences].filter(Boolean).join(' ');
	if (hint !== '') error.facts = { ...error.facts, hint };
}

/** The models a user can choose instead of one that is not there, retired or not allowed. */
export function offeredModels(models: readonly Model[]): string {
	const ids = models.map(({ id }) => id).sort();
	return ids.length > 0 ? `The region of the credential offers ${named(ids)}.` : '';
}

/** The models that would hold what is too long for one of them, the smallest first. */
export function largerModels(
	id: string,
	models: readonly Model[],
	{ promptTokens, automaticTokens }: Pick<ChatContent, 'promptTokens' | 'automaticTokens'>,
): string {
	if (models.length === 0) return '';
	const needed = promptTokens + automaticTokens;
	const context = models.find((model) => model.id === id)?.context_length ?? 0;
	const larger = models
		.flatMap((model) => (model.context_length ? [{ ...model, size: model.context_length }] : []))
		.filter((model) => model.id !== id && model.size > Math.max(needed, context))
		.sort((one, other) => one.size - other.size || one.id.localeCompare(other.id))
		.map((model) => `${model.id} (${readable(model.size)})`);
	const estimate = `Transcript, questions and answers are about ${readable(needed)} tokens, estimated from their length.`;
	return larger.length > 0
		? `${estimate} In the region of the credential these would hold them: ${named(larger)}.`
		: `${estimate} No model in the region of the credential holds that much: transcribe the recording in parts.`;
}

function named(list: string[]): string {
	const rest = list.length - MOST_MODELS_NAMED;
	const shown = list.slice(0, MOST_MODELS_NAMED).join(', ');
	return rest > 0 ? `${shown} and ${rest} more` : shown;
}

function readable(tokens: number): string {
	return tokens < 10_000 ? String(tokens) : `${Math.round(tokens / 1000)},000`;
}
