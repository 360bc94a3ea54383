import { z } from 'zod';

/** An address as the service takes it, and what was changed about it that its owner should know. */
export interface PastedUrl {
	url: string;
	warnings: string[];
}

/**
 * An address as people paste it and expressions give it. Spaces and signs that a browser would encode are
 * encoded, marks around it go, and pages of file stores that have a known direct form are turned into it;
 * anything else stays letter by letter, since a signed address holds for nothing but itself.
 */
export const pastedUrl = z.unknown().transform((value, check): PastedUrl => {
	const read = readUrl(value);
	if (typeof read !== 'string') return read;
	check.addIssue({ code: 'custom', message: read });
	return z.NEVER;
});

function readUrl(value: unknown): PastedUrl | string {
	if (value === undefined || value === null) return 'it is empty; the earlier node gave no URL';
	if (Array.isArray(value))
		return 'it is a list: split it into items first, one for each recording';
	if (typeof value !== 'string') return 'it is not a text; map the field that has the address';
	const bare = withoutMarks(value);
	if (bare === '') return 'it is empty; the earlier node gave no URL';
	const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(bare) ?? [];
	const advice = ADVICE.get(scheme.toLowerCase());
	if (advice !== undefined) return advice;
	if (!/^https?$/i.test(scheme) || rest === '' || rest.startsWith('/')) return notAnAddress(bare);
	if (/[\s,;]https?:\/\//i.test(rest)) return SEVERAL;
	const once = rest.replace(/^https?:\/\//i, '').replaceAll('&amp;', '&');
	const url = encoded(`${scheme.toLowerCase()}://${once}`);
	if (!URL.canParse(url)) return 'it is not a URL: its host cannot be read';
	const folderOf = FOLDERS.find(([, folder]) => folder.test(url))?.[0];
	return folderOf === undefined
		? direct(url)
		: `it is a folder of ${folderOf}: give the link of one file`;
}

const SEVERAL = 'it has several addresses: split it into items first, one for each recording';

const FOLDERS: ReadonlyArray<[store: string, RegExp]> = [
	[
		'Google Drive',
		/^https?:\/\/drive\.google\.com\/(?:drive\/(?:u\/\d+\/|mobile\/)?folders\/|folderview\?|embeddedfolderview\?)/i,
	],
	['Dropbox', /^https?:\/\/(?:www\.)?dropbox\.com\/(?:sh|scl\/fo)\//i],
	['SharePoint', /^https?:\/\/[\w-]+\.sharepoint\.com\/:f:\//i],
	['Box', /^https?:\/\/(?:[\w-]+\.)*box\.com\/folder\//i],
];

const ADVICE: ReadonlyMap<string, string> = new Map([
	[
		'file',
		'it is a file of one computer: read it with Read/Write Files from Disk, and choose the source Binary File(s)',
	],
	[
		'ftp',
		'AssemblyAI does not download by FTP: fetch the file with the FTP node, and choose the source Binary File(s)',
	],
	[
		'sftp',
		'AssemblyAI does not download by SFTP: fetch the file with the FTP node, and choose the source Binary File(s)',
	],
	[
		'ftps',
		'AssemblyAI does not download by FTP: fetch the file with the FTP node, and choose the source Binary File(s)',
	],
	[
		'smb',
		'it is a folder of your network: read the file with Read/Write Files from Disk, and choose the source Binary File(s)',
	],
	['rtsp', 'it is a live stream: record it to a file first, and give the address of the file'],
	[
		's3',
		'it is a name within S3: fetch the file with the AWS S3 node, or give a presigned https address',
	],
	[
		'gs',
		'it is a name within Google Cloud Storage: fetch the file with its node, or give a signed https address',
	],
]);

function notAnAddress(text: string): string {
	if (text.startsWith('data:')) {
		return 'it is the content of a file: make a file of it with Convert to File, and choose the source Binary File(s)';
	}
	if (/^(?:undefined|null|NaN|\[object .*\])$/.test(text)) {
		return `it is the word ${text}: the expression found no address`;
	}
	if (/^=|\{\{/.test(text)) {
		return 'it is an expression that was not evaluated: switch the field from Fixed to Expression';
	}
	if (text.startsWith('blob:')) {
		return 'it is an address within one browser: upload the file, and choose the source Binary File(s)';
	}
	if (/^(?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:[/:?]|$)/.test(text)) {
		return 'its beginning is missing: write https:// before it';
	}
	if (/^(?:[a-z]:)?[\\/]|^~\//i.test(text)) {
		return 'it is a path on one computer: read the file with Read/Write Files from Disk, and choose the source Binary File(s)';
	}
	return 'it is not a URL that begins with http:// or https://';
}

/** Those that set the direction of writing come along when a path is copied from Windows. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const AROUND: ReadonlyArray<[string, string]> = [
	['<', '>'],
	['"', '"'],
	["'", "'"],
	['`', '`'],
	['“', '”'],
	['”', '”'],
	['„', '“'],
	['„', '”'],
	['‘', '’'],
	['’', '’'],
	['‚', '‘'],
	['«', '»'],
	['»', '«'],
	['‹', '›'],
	['(', ')'],
];

/** Quotation marks, angle brackets with a label as Slack writes them, and signs that nobody sees. */
function withoutMarks(text: string): string {
	const shown = text.replace(INVISIBLE, '').trim();
	// [label](address), as chats and notes write it, and an address in the same brackets.
	const visible =
		/^\[[^\]]*\]\(([^()\s]+)\)$/.exec(shown)?.[1] ??
		/^\[(https?:[^[\]]+)\]$/i.exec(shown)?.[1] ??
		shown;
	const around = AROUND.find(
		([first, last]) => visible.length > 1 && visible.startsWith(first) && visible.endsWith(last),
	);
	if (!around) return visible;
	const inner = visible.slice(1, -1).trim();
	return around[0] === '<' ? (inner.split('|')[0] ?? '').trim() : inner;
}

/** What is never part of an address as it is (RFC 3986, appendix A), as browsers write it. */
function encoded(url: string): string {
	return url.replace(/[\s"<>\\^`{|}]/g, (sign) => encodeURIComponent(sign));
}

function direct(given: string): PastedUrl {
	const address = new URL(given);
	for (const { store, hosts, download } of STORES) {
		if (!hosts.test(address.hostname)) continue;
		const url = download(address);
		if (url === undefined || url === given) break;
		return {
			url,
			warnings: [
				`The link leads to a page of ${store}, so its download address was given to AssemblyAI: it works only if anybody with the link may read the file.`,
			],
		};
	}
	return { url: given, warnings: [] };
}

/** Stores whose share pages have a direct form, as their own help pages describe it. */
const STORES: ReadonlyArray<{
	store: string;
	hosts: RegExp;
	download(address: URL): string | undefined;
}> = [
	{
		store: 'Google Drive',
		hosts: /^(?:drive|docs)\.google\.com$/,
		download({ pathname, searchParams }) {
			if (pathname.startsWith('/uc')) return undefined;
			const id = /\/file\/(?:u\/\d+\/)?d\/([\w-]+)/.exec(pathname)?.[1] ?? searchParams.get('id');
			return id ? `https://drive.google.com/uc?export=download&id=${id}` : undefined;
		},
	},
	{
		store: 'Dropbox',
		hosts: /(?:^|\.)dropbox\.com$/,
		download: (address) =>
			/^\/(?:s|scl\/fi)\//.test(address.pathname) && address.searchParams.get('raw') !== '1'
				? withParameter('dl', '1')(address)
				: undefined,
	},
	{
		store: 'SharePoint',
		hosts: /\.sharepoint\.com$/,
		download: (address) =>
			/^\/:[a-z]:\//.test(address.pathname) ? withParameter('download', '1')(address) : undefined,
	},
	{
		store: 'Box',
		hosts: /(?:^|\.)box\.com$/,
		download({ origin, pathname }) {
			const name = /^\/s\/(\w+)$/.exec(pathname)?.[1];
			return name && `${origin}/shared/static/${name}`;
		},
	},
];

function withParameter(name: string, value: string): (address: URL) => string | undefined {
	return (address) => {
		if (address.searchParams.get(name) === value) return undefined;
		const url = new URL(address);
		url.searchParams.set(name, value);
		return url.href;
	};
}

const PRIVATE_HOST =
	/^(?:localhost|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\..*|.*\.(?:localhost|localdomain|local|internal|intranet|corp|lan|home\.arpa)|127\..*|10\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|169\.254\..*|0\.0\.0\.0|\[(?:::1?|f[cd].*|fe[89ab].*)\]|[^.:[\]]+)$/i;

/** Whether an address leads to a machine that only its own network reaches. */
export function isPrivate(url: string): boolean {
	// A dot at the end is the same name, and ::ffff: the same address in the newer form.
	const host = new URL(url).hostname.replace(/\.$/, '');
	return PRIVATE_HOST.test(mappedAddress(host) ?? host);
}

function mappedAddress(host: string): string | undefined {
	const [, high, low] = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/i.exec(host) ?? [];
	if (high === undefined || low === undefined) return undefined;
	const bytes = [high, low].map((part) => parseInt(part, 16)).flatMap((n) => [n >> 8, n & 255]);
	return bytes.join('.');
}
