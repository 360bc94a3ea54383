import type { AssemblyAiError } from '../../api/core/errors';
import type { Model } from '../../api/models';
import type { ChatContent } from '../chatRequest';

/** A few are read; the list of the panel has them all. */
const MAX_MODELS_NAMED = 3;

/** From 0 to 1. Names of one family have more in common than this, other names less. */
const CLOSE = 0.4;

/** Adds sentences to what the user is told to do. */
export function addHints(error: AssemblyAiError, sentences: string[]): void {
	const hint = [error.facts.hint, ...sentences].filter(Boolean).join(' ');
	if (hint !== '') error.facts = { ...error.facts, hint };
}

/**
 * The models with names close to one that the region does not have, as after a slip of the pen or when a version
 * was retired. A model that is there but refused has none: what the account may use does not go by names.
 */
export function closeModels(id: string, models: readonly Model[]): string {
	if (models.some((model) => model.id === id)) return '';
	const close = models
		.map((model) => ({ id: model.id, likeness: likeness(id, model.id) }))
		.filter((model) => model.likeness >= CLOSE)
		.sort((one, other) => other.likeness - one.likeness || one.id.localeCompare(other.id))
		.slice(0, MAX_MODELS_NAMED);
	return close.length > 0
		? `Similar ones there: ${close.map((model) => model.id).join(', ')}.`
		: '';
}

/** The share of neighbouring letters that two names have in common (Dice's coefficient). */
function likeness(one: string, other: string): number {
	const [ones, others] = [pairs(one), pairs(other)];
	const shared = [...ones].filter((pair) => others.has(pair)).length;
	return (2 * shared) / Math.max(1, ones.size + others.size);
}

function pairs(text: string): Set<string> {
	const letters = text.toLowerCase();
	return new Set(Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2)));
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
	const rest = list.length - MAX_MODELS_NAMED;
	const shown = list.slice(0, MAX_MODELS_NAMED).join(', ');
	return rest > 0 ? `${shown} and ${rest} more` : shown;
}

function readable(tokens: number): string {
	const rounded = tokens < 10_000 ? tokens : Math.round(tokens / 1000) * 1000;
	return rounded.toLocaleString('en-US');
}
