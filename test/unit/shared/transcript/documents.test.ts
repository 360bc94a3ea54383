import {
	markdownOf,
	plainTextOf,
	spokenParagraphs,
} from '../../../../nodes/shared/transcript/documents';
import { ID, jsonReply } from '../../../support/unit/replies';
import { scripted } from '../../../support/unit/services/service';

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

describe('what is spoken', () => {
	const finished = { id: ID, status: 'completed', text: 'Hello.' };
	const paragraphs = [{ text: 'Hello.', start: 0, end: 900 }];
	const spoken = async (transcript: Parameters<typeof spokenParagraphs>[1]) => {
		const { service, http } = scripted([], { always: jsonReply({ paragraphs }) });
		const result = await spokenParagraphs(service, transcript);
		return { result, urls: http.requests.map(({ url }) => url) };
	};

	test('is what each speaker says, where they were told apart', async () => {
		const utterances = [{ speaker: 'A', text: 'Hello.', start: 0, end: 900 }];
		expect(await spoken({ ...finished, utterances })).toEqual({ result: utterances, urls: [] });
	});

	test.each([[undefined], [null], [[]]])('else it is in paragraphs: %j', async (utterances) => {
		expect(await spoken({ ...finished, utterances })).toEqual({
			result: paragraphs,
			urls: [`http://stt.test/v2/transcript/${ID}/paragraphs`],
		});
	});

	test.each([undefined, null, '', ' \n'])('is nothing where nobody speaks: %j', async (text) => {
		expect(await spoken({ ...finished, text })).toEqual({ result: [], urls: [] });
	});
});

test('facts are of the recording: names once, in the order of speaking, and no markup', () => {
	const utterances = ['Dana_B', 'A', 'Dana_B'].map((speaker) => ({
		speaker,
		text: '',
		start: 0,
		end: 0,
	}));
	const told = { id: 't-1', status: 'completed', audio_duration: 3_600, utterances };
	expect(markdownOf({ ...told, language_code: 'x_y' }, [])).toBe(
		'# Transcript\n\n- Transcript: t-1\n- Duration: 1:00:00\n- Language: x\\_y\n- Speakers: Dana\\_B, Speaker A\n',
	);
	expect(markdownOf({ ...told, audio_duration: 0, language_code: '' }, [])).toBe(
		'# Transcript\n\n- Transcript: t-1\n- Speakers: Dana\\_B, Speaker A\n',
	);
});

test.each([
	['+ no list', '\\+ no list'],
	['=== no heading', '\\=== no heading'],
	['  - no list', '  \\- no list'],
	['12) no list', '12\\) no list'],
	['  3. no list', '  3\\. no list'],
	['one\n- two\n3. four', 'one\n\\- two\n3\\. four'],
	['1 - 2 = 3', '1 - 2 = 3'],
	['a 1. b', 'a 1. b'],
	['- - twice', '\\- - twice'],
])('nor where a line begins so: %j', (text, escaped) => {
	const document = markdownOf({ id: 't', status: 'completed' }, [
		{ speaker: 'D_B', start: 0, text },
	]);
	expect(document).toBe(`# Transcript\n\n- Transcript: t\n\n**D\\_B** [00:00]\n\n${escaped}\n`);
});

test('a turn without words or a speaker has what there is', () => {
	expect(plainTextOf([{ start: 1_000, text: '' }])).toBe('[00:01]');
	expect(plainTextOf([{ speaker: '', start: 0, text: 'Hi.' }])).toBe('[00:00] Hi.');
});
