export interface SpeechModel {
	/** As in speech_models of a request. */
	id: string;
	name: string;
	/** What to choose it for. */
	description: string;
	/** The most entries of keyterms_prompt. */
	maxKeyterms: number;
}

/**
 * The values of speech_models, the recommended first. AssemblyAI docs, "Transcribe audio", "Model versions and
 * deprecations" and "AssemblyAI STT 3.7 migration guide", as of November 2026.
 */
export const SPEECH_MODELS: readonly SpeechModel[] = [
	{
		id: 'assemblyai-stt-3-7',
		name: 'AssemblyAI STT 3.7',
		description: 'The newest. Put Universal-2 beside it for recordings in languages that it lacks.',
		maxKeyterms: 1000,
	},
	{
		id: 'universal-2',
		name: 'Universal-2',
		description: 'Knows the most languages',
		maxKeyterms: 200,
	},
	{
		id: 'universal-3-5-pro',
		name: 'Universal-3.5 Pro (Deprecated)',
		description: 'Still works as before; AssemblyAI will announce when it ends',
		maxKeyterms: 1000,
	},
];

export const MAX_KEYTERMS = Math.max(...SPEECH_MODELS.map(({ maxKeyterms }) => maxKeyterms));

/** For messages: the models that take fewer keyterms than others, and the first that takes the most. */
export const KEYTERM_LIMITS = {
	fewer: SPEECH_MODELS.filter(({ maxKeyterms }) => maxKeyterms < MAX_KEYTERMS)
		.map(({ name, maxKeyterms }) => `${maxKeyterms} for ${name}`)
		.join(', '),
	most: SPEECH_MODELS.find(({ maxKeyterms }) => maxKeyterms === MAX_KEYTERMS)?.name ?? '',
};

/** The most keyterms that one of some models takes; a model that is not known here may take as many as any. */
export function maxKeytermsOf(ids: readonly string[]): number {
	const limits = ids.map(
		(id) => SPEECH_MODELS.find((model) => model.id === id)?.maxKeyterms ?? MAX_KEYTERMS,
	);
	return Math.max(...limits);
}
