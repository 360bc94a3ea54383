import { failureHint } from '../../../../nodes/shared/transcript/failureHint';

const failed = (error: string, audio_url: string | null) =>
	failureHint({ id: 't', status: 'error', error, audio_url });

const DRIVE = 'https://drive.google.com/uc?export=download&id=1AbC';
const PAGE = 'Transcoding failed. File type is text/html (HTML document, ASCII text)';

test.each([PAGE, 'Download error, unable to download the file', 'Unable to download file'])(
	'of a recording in Google Drive: %s',
	(error) => {
		expect(failed(error, DRIVE)).toBe(
			'Google Drive gives AssemblyAI a file only if anybody with the link may read it and it is smaller than 100 MB. Share it so, or download it with the Google Drive node and choose the source Binary File(s).',
		);
	},
);

test('of a page elsewhere, and of another fault in Drive, is by what the service says', () => {
	expect(failed(PAGE, 'https://example.com/?next=https://drive.google.com/')).toContain(
		'The URL leads to a web page',
	);
	expect(failed(PAGE, null)).toContain('The URL leads to a web page');
	expect(failed('Audio duration is too short.', DRIVE)).toBe(
		'A recording must be at least 160 milliseconds long.',
	);
});
