import { leftOutWarnings } from '../../../../nodes/shared/transcript/leftOut';

const transcript = { id: 't', status: 'completed', text: 'Terve.', language_code: 'fi' };
const sentence = (name: string) =>
	`${name} was asked for, but AssemblyAI left it out: it is not available in every language (this recording: Finnish).`;

test.each([
	['Speaker Labels', { speaker_labels: true, utterances: null }, { utterances: [] }],
	['Sentiment Analysis', { sentiment_analysis: true }, { sentiment_analysis_results: [] }],
	['Entity Detection', { entity_detection: true, entities: null }, { entities: [] }],
	['Auto Highlights', { auto_highlights: true }, { auto_highlights_result: { results: [] } }],
	['Topic Detection', { iab_categories: true }, { iab_categories_result: { summary: {} } }],
	[
		'Topic Detection',
		{ iab_categories: true, iab_categories_result: { status: 'unavailable', summary: {} } },
		{ iab_categories_result: { status: 'success', summary: {} } },
	],
	['Content Safety', { content_safety: true }, { content_safety_labels: { summary: {} } }],
	[
		'Summarization',
		{ speech_understanding: { request: { summarization: {} }, response: {} } },
		{ speech_understanding: { request: { summarization: {} }, response: { summarization: {} } } },
	],
])('%s that was asked for and is not there is told, in one sentence', (name, asked, there) => {
	expect(leftOutWarnings({ ...transcript, ...asked })).toEqual([sentence(name)]);
	expect(leftOutWarnings({ ...transcript, ...asked, ...there })).toEqual([]);
});

test('nothing is told of what was not asked for, not finished, or had nothing to find', () => {
	const asked = { speaker_labels: true, sentiment_analysis: true };
	expect(leftOutWarnings({ ...transcript, speaker_labels: false, entities: null })).toEqual([]);
	expect(leftOutWarnings({ ...transcript, ...asked, status: 'processing', text: null })).toEqual(
		[],
	);
	expect(leftOutWarnings({ ...transcript, ...asked, text: '' })).toEqual([]);
});
