import { warningsOf, withWarnings } from '../../../../nodes/shared/transcript/warnings';

const finished = { id: 't-1', status: 'completed', text: 'Hello.' };
const warned = { ...finished, metadata: { warnings: [{ message: 'One.' }, { message: 'Two.' }] } };

test.each([
	['no metadata', finished],
	['null for it', { ...finished, metadata: null }],
	['no warnings in it', { ...finished, metadata: {} }],
	['null for them', { ...finished, metadata: { warnings: null } }],
	['an empty list', { ...finished, metadata: { warnings: [] } }],
])('a transcript with %s has none', (_, transcript) => {
	expect(warningsOf(transcript)).toEqual([]);
	const added = withWarnings(transcript, ['Ours.']);
	expect(warningsOf(added)).toEqual(['Ours.']);
});

test("the service's come first, then what ended otherwise than well, then what was left out", () => {
	const transcript = {
		...warned,
		speaker_labels: true,
		speech_understanding: {
			request: { translation: {}, summarization: {} },
			response: { translation: { status: 'failed' } },
		},
	};
	const leftOut = (name: string) =>
		`${name} was asked for, but AssemblyAI left it out: it is not available in every language.`;
	expect(warningsOf(transcript)).toEqual([
		'One.',
		'Two.',
		'The translation ended with the status "failed".',
		leftOut('Speaker Labels'),
		leftOut('Summarization'),
	]);
});

test('sentences of our own follow, and what else the metadata has stays', () => {
	const metadata = { ...warned.metadata, domain: 'medical' };
	const added = withWarnings({ ...warned, metadata }, ['Ours.', 'Too.']);
	expect(added).toEqual({
		...finished,
		metadata: {
			domain: 'medical',
			warnings: ['One.', 'Two.', 'Ours.', 'Too.'].map((message) => ({ message })),
		},
	});
	// The one that was given is left as it is.
	expect(metadata.warnings).toHaveLength(2);
});

test('without a sentence the transcript is the same', () => {
	expect(withWarnings(warned, [])).toBe(warned);
	expect(withWarnings(finished, [])).not.toHaveProperty('metadata');
});
