import type { Utterance, Word } from '../recordings/recordings';
import type { TranscriptRequest } from '../speechToText/request/requestFields';
import type { SpokenContent } from '../speechToText/jobs/spokenContent';
import { findEntities, type FoundEntity } from './entities';
import { charactersOf, wordsWithin } from './wordSpans';

/** A stretch of the recording in milliseconds. */
export interface Stretch {
	start: number;
	end: number;
}

/**
 * Replaces personal data word by word: `####` (one sign per letter) or `[PERSON_NAME]`. Unknown policies
 * are accepted and find nothing, as with the service.
 */
export function redactContent(content: SpokenContent, request: TranscriptRequest): SpokenContent {
	if (request.redact_pii !== true) return content;
	const utterances = content.utterances.map((utterance) => {
		const hidden = hiddenWords(utterance, request);
		const words = utterance.words.map((word, index) => {
			const type = hidden.get(index);
			return type === undefined ? word : { ...word, text: substitute(word.text, type, request) };
		});
		if (hidden.size === 0) return utterance;
		return { ...utterance, words, text: words.map(({ text }) => text).join(' ') };
	});
	return { ...content, utterances };
}

/** When personal data is spoken; these stretches are covered in the redacted audio. */
export function redactedStretches(content: SpokenContent, request: TranscriptRequest): Stretch[] {
	return content.utterances.flatMap((utterance) =>
		[...hiddenWords(utterance, request).keys()]
			.map((index): Word | undefined => utterance.words[index])
			.flatMap((word) => (word ? [{ start: word.start, end: word.end }] : [])),
	);
}

function hiddenWords(utterance: Utterance, request: TranscriptRequest): Map<number, string> {
	const text = utterance.words.map((word) => word.text).join(' ');
	const characters = charactersOf(utterance.words);
	const wanted = findEntities(text).filter(({ type }) =>
		request.redact_pii_policies?.includes(type),
	);
	const hidden = new Map<number, string>();
	for (const entity of [...wanted, ...staticEntities(text, request)]) {
		for (const index of wordsWithin(characters, entity)) hidden.set(index, entity.type);
	}
	return hidden;
}

function staticEntities(text: string, request: TranscriptRequest): FoundEntity[] {
	const lower = text.toLowerCase();
	return Object.entries(request.redact_static_entities ?? {}).flatMap(([type, terms]) =>
		terms.flatMap((term) => {
			const found: FoundEntity[] = [];
			let start = term === '' ? -1 : lower.indexOf(term.toLowerCase());
			while (start >= 0) {
				found.push({ type, start, end: start + term.length });
				start = lower.indexOf(term.toLowerCase(), start + term.length);
			}
			return found;
		}),
	);
}

function substitute(word: string, type: string, request: TranscriptRequest): string {
	const [, core = word, tail = ''] = /^(.*?)([.,?!;:]*)$/.exec(word) ?? [];
	const cover =
		request.redact_pii_sub === 'entity_name' ? `[${type.toUpperCase()}]` : '#'.repeat(core.length);
	return `${cover}${tail}`;
}
