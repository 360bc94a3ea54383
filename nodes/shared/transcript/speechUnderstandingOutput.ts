import { speechUnderstandingSchema, type SpeechUnderstanding } from '../api/understandingSchema';
import { camelCaseRecords } from '../api/names';
import { speakerName } from './dialogue';

type Utterances = NonNullable<SpeechUnderstanding['utterances']>;
type Response = NonNullable<NonNullable<SpeechUnderstanding['speech_understanding']>['response']>;

/**
 * One key for each feature of Speech Understanding that was asked for, null while there is no result.
 * @param source a transcript, or the Gateway's reply on a transcript that is there
 */
export function speechUnderstandingOutput(source: object): Record<string, unknown> {
	const { speech_understanding, translated_texts, utterances } =
		speechUnderstandingSchema.parse(source);
	const request = speech_understanding?.request ?? {};
	const response = speech_understanding?.response;
	const formatting = response?.custom_formatting;
	const translated = translatedDialogues(utterances ?? []);
	return {
		...('summarization' in request && { summary: summaryText(response?.summarization) }),
		...('action_items' in request && {
			actionItems: camelCaseRecords(response?.action_items?.items),
		}),
		...('translation' in request && {
			translations: translated_texts ?? null,
			...(Object.keys(translated).length > 0 && { translatedDialogues: translated }),
		}),
		...('speaker_identification' in request && {
			speakerMapping: response?.speaker_identification?.mapping ?? null,
		}),
		...('custom_formatting' in request && {
			formattedText: formatting?.formatted_text ?? null,
			...(formatting?.formatted_utterances && {
				formattedDialogue: lines(formatting.formatted_utterances, ({ text }) => text),
			}),
		}),
	};
}

/** What a user should know of features that ended otherwise than well, in full sentences. */
export function speechUnderstandingWarnings(source: object): string[] {
	const { speech_understanding } = speechUnderstandingSchema.parse(source);
	return Object.entries(speech_understanding?.response ?? {}).flatMap(([feature, result]) => {
		const status = result?.status ?? 'success';
		const name = feature.replace(/_/g, ' ');
		return status === 'success' ? [] : [`The ${name} ended with the status "${status}".`];
	});
}

function summaryText(result: Response['summarization']): string | null {
	if (!result?.summary) return null;
	return result.summary.map(({ text }) => text.trim()).join('\n');
}

function translatedDialogues(utterances: Utterances): Record<string, string> {
	const languages = new Set(
		utterances.flatMap(({ translated_texts }) => Object.keys(translated_texts ?? {})),
	);
	return Object.fromEntries(
		[...languages].map((language) => [
			language,
			lines(utterances, ({ text, translated_texts: texts = {} }) =>
				texts && Object.hasOwn(texts, language) ? (texts[language] ?? text) : text,
			),
		]),
	);
}

function lines(utterances: Utterances, textOf: (utterance: Utterances[number]) => string): string {
	return utterances
		.map((utterance) => `${speakerName(utterance.speaker)}: ${textOf(utterance)}`)
		.join('\n');
}
