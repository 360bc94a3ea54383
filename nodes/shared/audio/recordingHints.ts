import type { RecordingSource } from './recordingSource';

/** What is wrong with a recording, by the service's own sentence. */
export type RecordingFault =
	| 'forbidden'
	| 'gone'
	| 'unreachable'
	| 'webPage'
	| 'text'
	| 'noSound'
	| 'otherFile'
	| 'unreadable';

/**
 * Parts of what the service says, lower-cased and in order: "Troubleshoot common errors", the error page of the
 * older API reference, the FAQ "What should I do if I'm getting an error?" and AssemblyAI/assemblyai-node-sdk#152
 * (November 2026). What it says of other kinds of files is not published.
 */
const FAULTS: ReadonlyArray<[parts: readonly string[], fault: RecordingFault]> = [
	[['401 client error', '403 client error', 'forbidden url'], 'forbidden'],
	[['404 client error', '410 client error'], 'gone'],
	[['download error', 'unable to download', 'unable to access file'], 'unreachable'],
	[['text/html'], 'webPage'],
	[['text/plain', 'text/xml', 'application/json', 'application/xml'], 'text'],
	[['file type is audio/', 'file type is video/', '(audio file'], 'noSound'],
	[['does not appear to contain audio', 'does not contain audio'], 'otherFile'],
	[['transcoding failed'], 'unreadable'],
];

const FILES: readonly RecordingSource[] = ['storedFile', 'inlineFile'];
const OPEN_LINKS: readonly RecordingSource[] = ['sharePage', 'signedLink', 'link'];
const LINKS: readonly RecordingSource[] = [...OPEN_LINKS, 'loginLink', 'privateLink'];

const FROM_LOGIN =
	'This address asks for a login, which AssemblyAI does not have. Download the recording with the HTTP Request node and the credential of that service, and choose the source Binary File(s).';
const OPEN_TO_ALL =
	'Share the file with anybody who has the link, or download it with the node of that store and choose the source Binary File(s).';
const NEW_SIGNATURE =
	'A signed link holds for a limited time, and AssemblyAI fetches it when the job begins: make it just before this node, and for as long as jobs may be queued.';

/**
 * What a person can do, by what the service said and where the recording came from. The first entry that has
 * the source counts; each fault has one for every source.
 */
export const RECORDING_HINTS: Readonly<
	Record<RecordingFault, ReadonlyArray<[from: readonly RecordingSource[], hint: string]>>
> = {
	forbidden: [
		[FILES, 'AssemblyAI could not get its own copy of the file. Run the item again.'],
		[['loginLink'], FROM_LOGIN],
		[['signedLink'], `The link has run out, or its signature was changed. ${NEW_SIGNATURE}`],
		[['sharePage'], `The link is not open to everybody. ${OPEN_TO_ALL}`],
		[
			['privateLink', 'link'],
			'The address is not open to everybody: AssemblyAI fetches it without signing in. Use a public or signed link, or download the file with the HTTP Request node and choose the source Binary File(s).',
		],
	],
	gone: [
		[FILES, 'AssemblyAI could not get its own copy of the file. Run the item again.'],
		[
			['signedLink'],
			`The file is not at this address, or the link has run out. Check it in a browser. ${NEW_SIGNATURE}`,
		],
		[['sharePage'], `The file was moved or deleted, or is not shared. ${OPEN_TO_ALL}`],
		[
			['loginLink'],
			`The recording was deleted, has run out or is hidden from who is not logged in. ${FROM_LOGIN}`,
		],
		[
			['privateLink', 'link'],
			'There is no file at this address. Open it in a browser without signing in, and check for slips and for files that were moved or deleted.',
		],
	],
	unreachable: [
		[FILES, 'AssemblyAI could not get its own copy of the file. Run the item again.'],
		[['loginLink'], FROM_LOGIN],
		[
			['privateLink'],
			'The address is within a network. AssemblyAI must be able to fetch it from where it runs: download the file with the HTTP Request node, and choose the source Binary File(s).',
		],
		[['signedLink'], `Check that the link works in a browser. ${NEW_SIGNATURE}`],
		[['sharePage'], `AssemblyAI cannot fetch the file from this page. ${OPEN_TO_ALL}`],
		[
			['link'],
			'AssemblyAI must be able to fetch the URL from the internet without signing in. Check that it is public and has not expired, or choose the source Binary File(s).',
		],
	],
	webPage: [
		[
			['storedFile'],
			'The file is a web page: the earlier node downloaded a sign-in or share page in place of the recording. Give that node a direct download link, or the credential that the page asks for.',
		],
		[
			['inlineFile'],
			'What the item carries as a file is a web page. Look at what the node that made the file was given: a sign-in page, or a share page in place of a download.',
		],
		[['loginLink'], FROM_LOGIN],
		[
			['sharePage'],
			`The store answered with a page: the link is not open to everybody, or the file is too large to be handed out without a question, as Google Drive asks above 100 MB. ${OPEN_TO_ALL}`,
		],
		[
			['signedLink'],
			`The link answered with a web page, as many do when they have run out. ${NEW_SIGNATURE}`,
		],
		[
			['privateLink', 'link'],
			'The URL leads to a web page, not to a media file. Use a direct download link, or download the file in an earlier node and choose the source Binary File(s).',
		],
	],
	text: [
		[
			['storedFile'],
			'The file has text in it, such as an error message or JSON in place of the recording. Open it in the output of the earlier node, and see what that node was answered.',
		],
		[
			['inlineFile'],
			'What the item carries as a file is text once it is decoded. Content that was encoded as base64 twice looks like that, and so does an error message; in a Code node make files with this.helpers.prepareBinaryData.',
		],
		[['loginLink'], FROM_LOGIN],
		[
			[...OPEN_LINKS, 'privateLink'],
			'The address answers with text, such as an error message or JSON that names the real address. Open it in a browser, and use the link of the recording itself.',
		],
	],
	noSound: [
		[
			FILES,
			'The file is of a kind that AssemblyAI takes, and has no sound that can be read: a film without a sound track, or a recording that is damaged or incomplete. Play it, and see whether the earlier node downloaded it completely.',
		],
		[
			LINKS,
			'The link leads to a file of a kind that AssemblyAI takes, and has no sound that can be read: a film without a sound track, or a recording that is damaged or not complete yet. Play it in a browser.',
		],
	],
	otherFile: [
		[
			FILES,
			'Only audio and video files can be transcribed. Check which file the earlier node put on this item.',
		],
		[
			LINKS,
			'Only audio and video files can be transcribed. Check in a browser what the URL downloads, and take the link of the recording.',
		],
	],
	unreadable: [
		[
			FILES,
			'The file could not be read as audio or video. Check that it plays, and that the earlier node downloaded it completely.',
		],
		[
			LINKS,
			'What the URL downloads could not be read as audio or video. Check that it plays in a browser, and that its upload was complete.',
		],
	],
};

/** The fault that the service's sentence is about; nothing where it is not about the recording itself. */
export function recordingFault(said: string): RecordingFault | undefined {
	const text = said.toLowerCase();
	return FAULTS.find(([parts]) => parts.some((part) => text.includes(part)))?.[1];
}

/** What can be done about it, where the sentence is about the recording itself. */
export function recordingHint(source: RecordingSource, said: string): string | undefined {
	const fault = recordingFault(said);
	if (fault === undefined) return undefined;
	return RECORDING_HINTS[fault].find(([from]) => from.includes(source))?.[1];
}
