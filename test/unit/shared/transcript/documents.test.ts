import { markdownOf, plainTextOf } from '../../../../nodes/shared/transcript/documents';

const turns = [
	{ speaker: 'A', start: 0, text: 'Hello.' },
	{ speaker: 'Dana', start: 3_725_000, text: 'Hi.' },
	{ start: 5_000, text: 'No name.' },
];

test('plain text has a line for each turn', () => {
	expect(plainTextOf(turns)).toBe(
		'[00:00] Speaker A: Hello.\n[1:02:05] Dana: Hi.\n[00:05] No name.',
	);
	expect(plainTextOf([])).toBe('');
});

test('Markdown has a section for each turn', () => {
	const transcript = {
		id: 't-1',
		status: 'completed',
		audio_duration: 75,
		language_code: 'de',
		utterances: [{ speaker: 'A', text: '', start: 0, end: 0 }],
	};
	expect(markdownOf(transcript, turns)).toBe(
		[
			'# Transcript',
			'- Transcript: t-1\n- Duration: 01:15\n- Language: German\n- Speakers: Speaker A',
			'**Speaker A** [00:00]',
			'Hello.',
			'**Dana** [1:02:05]',
			'Hi.',
			'[00:05]',
			'No name.\n',
		].join('\n\n'),
	);
});

test('Markdown leaves out facts that are not known', () => {
	expect(markdownOf({ id: 't-1', status: 'completed' }, [])).toBe(
		'# Transcript\n\n- Transcript: t-1\n',
	);
});

test.each([
	['#### said', '\\#\\#\\#\\# said'],
	['[PERSON_NAME] <b>', '\\[PERSON\\_NAME\\] \\<b\\>'],
	['- no list', '\\- no list'],
	['1. no list', '1\\. no list'],
	['well-known, 2. of May', 'well-known, 2. of May'],
	['*loud* `code` a|b ~~no~~ \\', '\\*loud\\* \\`code\\` a\\|b \\~\\~no\\~\\~ \\\\'],
])('what was said is no markup: %s', (text, escaped) => {
	expect(markdownOf({ id: 't', status: 'completed' }, [{ start: 0, text }])).toContain(
		`[00:00]\n\n${escaped}\n`,
	);
});
