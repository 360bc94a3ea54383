import { isPrivate } from '../api/privateHost';
import { uploadIn } from '../api/uploads';

/** Where a recording came from, as far as it decides what its owner can do when the service refuses it. */
export type RecordingSource =
	/** A file that n8n keeps in its storage, or an upload of which nothing else is known. */
	| 'storedFile'
	/** A file whose content, base64, stands in the item itself. */
	| 'inlineFile'
	/** A link to a page of a file store or a player. */
	| 'sharePage'
	/** A link to a service that gives its recordings only to who is logged in. */
	| 'loginLink'
	/** A link within a network, where the service that transcribes is in it as well. */
	| 'privateLink'
	/** A link that holds for some time only, and says so in its query. */
	| 'signedLink'
	| 'link';

/** Hosts that show a recording on a page of their own; the direct forms of file stores are among them. */
const PAGE_HOST =
	/(?:^|\.)(?:drive\.google|docs\.google|dropbox|1drv|onedrive\.live|sharepoint|box|mega|wetransfer|youtube|youtu|vimeo|loom|soundcloud|spotify|tiktok|facebook|instagram|icloud|podcasts\.apple|github|dailymotion|twitch|otter|fireflies|we)\.(?:com|be|ms|nz|tv|ai|tl)$/;

/** Hosts of chats and telephones that hand out recordings with a token or a password only. */
const LOGIN_HOST =
	/(?:^|\.)(?:files\.slack\.com|twilio\.com|zoom\.us|graph\.microsoft\.com|teams\.microsoft\.com|fbsbx\.com|graph\.facebook\.com|www\.googleapis\.com|ringcentral\.com|aircall\.io|gong\.io|(?:console|storage)\.cloud\.google\.com|console\.aws\.amazon\.com)$/;

/** How Amazon S3 and CloudFront, Google Cloud Storage, Azure, Discord and Meta sign a link. */
const SIGNED_QUERY = /[?&](?:x-amz-signature|x-goog-signature|signature|expires|sig|hm|oe)=/i;

/** Where a recording of this address came from; one that the service does not name is taken for a file. */
export function sourceOfUrl(url: string | null | undefined): RecordingSource {
	if (!url || !URL.canParse(url)) return 'storedFile';
	const { hostname, search } = new URL(url);
	if (uploadIn(url) !== undefined) return 'storedFile';
	if (isPrivate(url)) return 'privateLink';
	if (SIGNED_QUERY.test(search)) return 'signedLink';
	if (LOGIN_HOST.test(hostname)) return 'loginLink';
	return PAGE_HOST.test(hostname) ? 'sharePage' : 'link';
}
