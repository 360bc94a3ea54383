const OFF = /not enabled|disabled|switched off|turned off|\bopt(?:ed)?[ -]in\b/;

/**
 * Whether the service says that the provider of a model is off. Some are until somebody turns them on in the
 * dashboard, under Data Controls (LLM Gateway documentation, "Providers", November 2026). In which words it
 * says so is not documented, so what is looked for is what it would have to speak of.
 */
export function isProviderOff(said: string): boolean {
	const text = said.toLowerCase();
	return text.includes('data controls') || (text.includes('provider') && OFF.test(text));
}
