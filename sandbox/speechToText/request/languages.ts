import type { TranscriptRequest } from './requestFields';

const list = (codes: string) => new Set(codes.split(/\s+/));

const ENGLISH = list('en');
const SIX = list('en es fr de it pt');
const FIFTY =
	list(`en es fr de it pt nl hi ja zh fi ko pl ru tr uk vi af ar be bg my ca hr cs da et ka el
	he hu is id km lv lt lb ms no fa ro sk sl sw sv tl ta`);

/**
 * The languages of each feature that has not all (AssemblyAI docs, the page of each feature, "Supported
 * languages", March to November 2026). Speaker labels have all of them.
 */
const FEATURE_LANGUAGES = [
	['sentiment_analysis', ENGLISH],
	['auto_highlights', ENGLISH],
	['auto_chapters', ENGLISH],
	['summarization', ENGLISH],
	['iab_categories', SIX],
	['content_safety', SIX],
	['entity_detection', FIFTY],
	['redact_pii', FIFTY],
] as const;

/** What a request asks for and a language does not have. */
export function missingFeatures(request: TranscriptRequest, language: string): string[] {
	return FEATURE_LANGUAGES.filter(
		([name, languages]) => request[name] === true && !languages.has(baseOf(language)),
	).map(([name]) => name);
}

/** What is left of a request in a language that was detected: the service leaves the rest out in silence. */
export function withoutMissingFeatures(
	request: TranscriptRequest,
	language: string,
): TranscriptRequest {
	const missing = missingFeatures(request, language);
	const off = Object.fromEntries(missing.map((name) => [name, false]));
	const audio = missing.includes('redact_pii') ? { redact_pii_audio: false } : {};
	return { ...request, ...off, ...audio };
}

/**
 * Of the newest models, as the documentation of Sync STT lists them for Universal-3.5 Pro (November 2026).
 * That AssemblyAI STT 3.7 has the same ones is an assumption.
 */
const NEWEST = list('en es de fr it pt tr nl sv no da fi hi vi ar he ja ur zh');

/** The first model of a request that has the language; where none has it, the first of all. */
export function modelFor(models: readonly string[], language: string): string | undefined {
	const fits = (model: string) => model === 'universal-2' || NEWEST.has(baseOf(language));
	return models.find(fits) ?? models[0];
}

/** A detected language comes without its region, unless the request names one for it. */
export function detectedCode(language: string, localization: readonly string[] = []): string {
	const base = baseOf(language);
	return localization.find((code) => baseOf(code) === base) ?? (base === 'en' ? base : language);
}

function baseOf(language: string): string {
	return language.split('_')[0] ?? language;
}
