import { findRoles } from '../model/speakers';
import { type Sentence, readTranscript } from '../model/transcriptLines';
import type { UnderstandingRequest } from '../speechToText/request/requestFields';
import type { LabelledUtterance } from '../speechToText/jobs/speech';

type Identification = NonNullable<UnderstandingRequest['speaker_identification']>;

const AGENT =
	/agent|representative|rep\b|advis[eo]r|sales|support|operator|host|interviewer|assistant/i;

/**
 * Which label is whom. Roles are told from what each speaker says, names from who introduces themselves
 * ("this is Maria"); what cannot be told is left out.
 */
export function identifySpeakers(
	turns: LabelledUtterance[],
	request: Identification,
): Record<string, string> {
	const wanted = wantedNames(request);
	const sentences = turns.flatMap(({ speaker, text }) =>
		readTranscript(text).map((sentence): Sentence => ({ ...sentence, speaker })),
	);
	if (request.speaker_type === 'role') return byRole(sentences, wanted);
	const mapping: Record<string, string> = {};
	for (const { speaker, text } of turns) {
		const name = introduced(text);
		const known = wanted.find((value) => name !== undefined && value.startsWith(name));
		const value = wanted.length > 0 ? known : name;
		if (value !== undefined && mapping[speaker] === undefined) mapping[speaker] = value;
	}
	return mapping;
}

export function renameSpeakers(
	turns: LabelledUtterance[],
	mapping: Record<string, string>,
): LabelledUtterance[] {
	return turns.map((turn) => {
		const speaker = mapping[turn.speaker] ?? turn.speaker;
		return { ...turn, speaker, words: turn.words.map((word) => ({ ...word, speaker })) };
	});
}

function byRole(sentences: Sentence[], wanted: string[]): Record<string, string> {
	const { agent, customer } = findRoles(sentences);
	const agentName = wanted.find((value) => AGENT.test(value));
	const customerName = wanted.find((value) => value !== agentName);
	return {
		...(agent !== undefined && agentName !== undefined && { [agent]: agentName }),
		...(customer !== undefined && customerName !== undefined && { [customer]: customerName }),
	};
}

function wantedNames({ known_values, speakers, speaker_type }: Identification): string[] {
	if (known_values !== undefined) return known_values;
	return (speakers ?? []).flatMap((speaker) => speaker[speaker_type] ?? []);
}

function introduced(text: string): string | undefined {
	return /\b(?:my name is|this is|i['’]m) ([A-Z][\p{L}'’-]+)/u.exec(
		text.replace(/\b(My|This|I)(?= (?:name|is)|['’]m)/g, (word) => word.toLowerCase()),
	)?.[1];
}
