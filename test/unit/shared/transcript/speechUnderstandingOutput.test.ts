import {
	speechUnderstandingOutput,
	speechUnderstandingWarnings,
} from '../../../../nodes/shared/transcript/speechUnderstandingOutput';

const request = {
	action_items: {},
	custom_formatting: {},
	speaker_identification: {},
	summarization: {},
	translation: {},
};

test('a summary of several parts is one text', () => {
	const response = {
		summarization: { status: 'success', summary: [{ text: ' One. ' }, { text: 'Two.' }] },
	};
	expect(
		speechUnderstandingOutput({
			speech_understanding: { request: { summarization: {} }, response },
		}),
	).toEqual({ summary: 'One.\nTwo.' });
});

test('the translated dialogue keeps an utterance that was not translated', () => {
	expect(
		speechUnderstandingOutput({
			speech_understanding: { request: { translation: {} }, response: {} },
			translated_texts: { de: 'Hallo. Hi.' },
			utterances: [
				{ speaker: 'A', text: 'Hello.', translated_texts: { de: 'Hallo.' } },
				{ speaker: 'Dana', text: 'Hi.' },
			],
		}),
	).toEqual({
		translations: { de: 'Hallo. Hi.' },
		translatedDialogues: { de: 'Speaker A: Hallo.\nDana: Hi.' },
	});
});

test.each([undefined, null, 'text', {}, { summarization: 7, action_items: [], translation: '' }])(
	'every feature asked for has its key, whatever the response is (%j)',
	(response) => {
		const source = { speech_understanding: { request, response } };
		expect(speechUnderstandingOutput(source)).toEqual({
			summary: null,
			actionItems: null,
			translations: null,
			speakerMapping: null,
			formattedText: null,
		});
		expect(speechUnderstandingWarnings(source)).toEqual([]);
	},
);

test.each([{}, { speech_understanding: null }])('nothing was asked for (%j)', (source) => {
	expect(speechUnderstandingOutput(source)).toEqual({});
});

test('a feature that did not succeed is named', () => {
	const response = {
		speaker_identification: { status: 'error' },
		translation: { status: 'success' },
	};
	expect(speechUnderstandingWarnings({ speech_understanding: { request, response } })).toEqual([
		'The speaker identification ended with the status "error".',
	]);
});
