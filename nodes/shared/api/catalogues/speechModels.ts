/** AssemblyAI API reference, "Transcribe audio": the values of speech_models, the better first. */
export const SPEECH_MODELS = [
	{ id: 'universal-3-5-pro', name: 'Universal-3.5 Pro' },
	{ id: 'universal-2', name: 'Universal-2' },
] as const;
