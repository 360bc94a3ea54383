/** What an item tells of a file without opening it. */
export interface FileFacts {
	mimeType?: string | undefined;
	fileName?: string | undefined;
	fileExtension?: string | undefined;
}

// The containers AssemblyAI names in its list of supported file types.
const MEDIA_EXTENSIONS = new Set(
	(
		'3ga 8svx aac ac3 aif aiff alac amr ape au dss flac flv m4a m4b m4p m4r mp3 mpga ogg oga mogg opus ' +
		'qcp tta voc wav wma wv webm mts m2ts ts mov mp2 mp4 m4v mxf avi mkv 3gp wmv'
	).split(' '),
);

/** Types that senders use when they do not know better, so that the file's name decides. */
const UNTOLD_TYPES = new Set(['', 'application/octet-stream', 'binary/octet-stream']);

/**
 * Whether a file is audio or video, by its MIME type or, where that tells nothing, by its name; `untold`
 * where neither does, so that only its content can tell.
 */
export function judgeMedia(file: FileFacts): 'media' | 'other' | 'untold' {
	const type = (file.mimeType ?? '').toLowerCase();
	if (type.startsWith('audio/') || type.startsWith('video/') || type === 'application/ogg') {
		return 'media';
	}
	if (!UNTOLD_TYPES.has(type)) return 'other';
	return MEDIA_EXTENSIONS.has(extensionOf(file)) ? 'media' : 'untold';
}

function extensionOf({ fileName = '', fileExtension = '' }: FileFacts): string {
	const extension = fileName.includes('.')
		? fileName.slice(fileName.lastIndexOf('.') + 1)
		: fileExtension;
	return extension.toLowerCase();
}
