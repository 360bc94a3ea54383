import { sourceOfText, sourceOfTranscript } from '../../../../../nodes/shared/gateway/source';
import {
	asksWhoSaidWhat,
	lacksSpeakers,
} from '../../../../../nodes/shared/questions/review/speakersMatter';
import { question } from '../../../../support/unit/questions';

test.each([
	['How does the customer feel?', true],
	["What is the agent's tone?", true],
	['WHO ended the call?', true],
	['Wer hat angerufen?', true],
	['Was will die Kundin?', true],
	['¿Quién pidió la cita?', true],
	['\u00bfQuie\u0301n llama?', true],
	['Que veut le client ?', true],
	['Chi ha chiamato?', true],
	['Wat wil de klant?', true],
	['Чего хочет клиент?', true],
	['客户想要什么？', true],
	['お客様は満足していますか。', true],
	['고객은 만족했나요?', true],
	['ماذا يريد العميل؟', true],
	['What does the plan cost?', false],
	['Was the call about reporting?', false],
	['Wie teuer ist es?', false],
	['价格是多少？', false],
])('whether one has to know who speaks to answer "%s": %s', (asked, matters) => {
	expect(asksWhoSaidWhat(question({ question: asked }))).toBe(matters);
	expect(asksWhoSaidWhat(question({ context: asked }))).toBe(matters);
	expect(asksWhoSaidWhat(question({ question: asked, saidBy: 'B' }))).toBe(true);
});

const word = (speaker: string | null) => ({ speaker, text: 'so', start: 0, end: 1 });

test.each([
	['some words have one', [word(null), word('A')], false],
	['no word has one', [word(null), word('')], true],
	['there are no words', [], true],
])('speakers are lacking in a transcript where %s: %#', (_, words, lacks) => {
	const transcript = sourceOfTranscript({ id: 't', status: 'completed', text: 'so' });
	expect(lacksSpeakers({ ...transcript, words })).toBe(lacks);
	expect(lacksSpeakers({ ...sourceOfText('so'), words })).toBe(false);
});
