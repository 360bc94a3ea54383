import { wordSet } from '../wordSet';

/** What an item tells of a file without opening it. Other nodes leave any of it empty. */
export interface FileFacts {
	mimeType?: string | null | undefined;
	fileName?: string | null | undefined;
	fileExtension?: string | null | undefined;
}

// The containers AssemblyAI names in its list of supported file types, and other names of the same.
const MEDIA_EXTENSIONS = wordSet(
	'3ga 8svx aac ac3 aif aiff aifc alac amr ape au caf dss flac flv gsm m4a m4b m4p m4r mp3 mpga ogg oga mogg opus ' +
		'qcp spx tta voc wav wave w64 wma wv webm mts m2ts ts mov mp2 mp4 m4v mxf avi mka mkv mpeg mpg 3gp 3g2 wmv',
);

const OTHER_EXTENSIONS = wordSet(
	'7z asc asx avif bmp csv cue dat doc docx eml gif gz heic heif htm html ics jpeg jpg js json key log m3u m3u8 md mid ' +
		'midi msg numbers ods odt p7s pages pdf pgp png pls ppt pptx psd rar rtf srt svg tar tif tiff tsv txt vcf vtt webp ' +
		'wpl xls xlsx xml xspf yaml yml zip',
);

/** Types of documents, pictures and archives, and of what only names or describes sound: playlists, MIDI. */
const OTHER_TYPE = new RegExp(
	`^(?:${[
		'image/.*|font/.*|model/.*|message/.*|chemical/.*',
		'text/(?!plain$).*',
		'(?:audio|video|application)/(?:x-)?(?:mpegurl|scpls|pls|midi?|sp-midi|vnd\\.apple\\.mpegurl|xspf\\+xml|ms-wpl|smil(?:\\+xml)?)',
		'application/(?:x-)?(?:pdf|zip|zip-compressed|gzip|bzip2?|tar|7z-compressed|rar|rar-compressed|json|ld\\+json|xml|rtf|msword|javascript|yaml|sql|sh|ms-tnef|tnef|pkcs7-.*|pgp-.*|x509-.*|epub\\+zip|postscript|photoshop|ms-asx|.*\\+xml|.*\\+json|.*\\+zip)',
		'application/vnd\\.(?:ms-(?!asf$).*|openxmlformats-.*|oasis\\..*|google-apps\\.(?!audio|video).*|apple\\.(?:pages|numbers|keynote)|rar|visio)',
	].join('|')})$`,
);

const MEDIA_TYPE =
	/^(?:(?:audio|video)\/.+|application\/(?:ogg|mp4|x-mp4|mxf|vnd\.ms-asf|vnd\.rn-realmedia))$/;

/**
 * Whether a file is audio or video; `untold` where only its content can tell. Types of documents, pictures
 * and archives exclude, types of media include; any other type is what senders write when they do not know
 * better, so the file's name decides.
 */
export function judgeMedia(file: FileFacts): 'media' | 'other' | 'untold' {
	const type = (file.mimeType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
	if (OTHER_TYPE.test(type)) return 'other';
	if (MEDIA_TYPE.test(type)) return 'media';
	const extension = extensionOf(file);
	if (MEDIA_EXTENSIONS.has(extension)) return 'media';
	return OTHER_EXTENSIONS.has(extension) ? 'other' : 'untold';
}

/** Whether the name alone says audio or video. */
export function isNamedLikeMedia(file: FileFacts): boolean {
	return MEDIA_EXTENSIONS.has(extensionOf(file));
}

function extensionOf({ fileName, fileExtension }: FileFacts): string {
	const name = (fileName ?? '').trim();
	const extension = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : fileExtension;
	return (extension ?? '').toLowerCase();
}
