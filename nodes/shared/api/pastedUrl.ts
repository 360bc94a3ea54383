import { z } from 'zod';
import { readAddress } from './address';

/** An address as the service takes it, and what was changed about it that its owner should know. */
export interface PastedUrl {
	url: string;
	warnings: string[];
}

/**
 * The address of a recording. Pages of file stores that have a known direct form are turned into it; anything
 * else stays letter by letter, since a signed address holds for nothing but itself.
 */
export const pastedUrl = z.unknown().transform((value, check): PastedUrl => {
	const read = readAddress(value, {
		empty: 'it is empty; the earlier node gave no URL',
		list: 'it is a list: split it into items first, one for each recording',
		several: 'it has several addresses: split it into items first, one for each recording',
		other: noDownload,
	});
	const folderOf = 'url' in read && FOLDERS.find(([, folder]) => folder.test(read.url))?.[0];
	if ('url' in read && !folderOf) return direct(read.url);
	const message =
		'fault' in read ? read.fault : `it is a folder of ${folderOf}: give the link of one file`;
	check.addIssue({ code: 'custom', message });
	return z.NEVER;
});

const FOLDERS: ReadonlyArray<[store: string, RegExp]> = [
	[
		'Google Drive',
		/^https?:\/\/drive\.google\.com\/(?:drive\/(?:u\/\d+\/|mobile\/)?folders\/|folderview\?|embeddedfolderview\?)/i,
	],
	['Dropbox', /^https?:\/\/(?:www\.)?dropbox\.com\/(?:sh|scl\/fo)\//i],
	['SharePoint', /^https?:\/\/[\w-]+\.sharepoint\.com\/:f:\//i],
	['Box', /^https?:\/\/(?:[\w-]+\.)*box\.com\/folder\//i],
];

const BY_FTP_NODE = 'fetch the file with the FTP node, and choose the source Binary File(s)';
const LIVE = 'it is a live stream: record it to a file first, and give the address of the file';
const IN_S3 =
	'it is a name within S3: fetch the file with the AWS S3 node, or give a presigned https address';
const IN_AZURE =
	'it is a name within Azure Storage: fetch the file with the Azure Storage node, or give an https address with a SAS token';

const ADVICE: ReadonlyMap<string, string> = new Map([
	[
		'file',
		'it is a file of one computer: read it with Read/Write Files from Disk, and choose the source Binary File(s)',
	],
	['ftp', `AssemblyAI does not download by FTP: ${BY_FTP_NODE}`],
	['ftps', `AssemblyAI does not download by FTP: ${BY_FTP_NODE}`],
	['sftp', `AssemblyAI does not download by SFTP: ${BY_FTP_NODE}`],
	[
		'smb',
		'it is a folder of your network: read the file with Read/Write Files from Disk, and choose the source Binary File(s)',
	],
	...['rtsp', 'rtsps', 'rtmp', 'rtmps', 'srt', 'udp', 'ws', 'wss'].map(
		(scheme): [string, string] => [scheme, LIVE],
	),
	...['s3', 's3a', 's3n'].map((scheme): [string, string] => [scheme, IN_S3]),
	...['azure', 'az', 'wasb', 'wasbs', 'abfs', 'abfss'].map((scheme): [string, string] => [
		scheme,
		IN_AZURE,
	]),
	[
		'gs',
		'it is a name within Google Cloud Storage: fetch the file with its node, or give a signed https address',
	],
]);

/** No country has a domain of these names. */
const FILE_NAME =
	/\.(?:mp3|mp4|m4a|wav|og[ag]|opus|webm|mov|flac|aac|aiff?|amr|avi|mkv|wma|wmv|3gpp?)$/i;

function noDownload(text: string, scheme: string): string | undefined {
	const advice = ADVICE.get(scheme);
	if (advice !== undefined) return advice;
	if (text.startsWith('data:')) {
		return 'it is the content of a file: make a file of it with Convert to File, and choose the source Binary File(s)';
	}
	if (text.startsWith('blob:')) {
		return 'it is an address within one browser: upload the file, and choose the source Binary File(s)';
	}
	if (!/[\\/:%]/.test(text) && FILE_NAME.test(text)) {
		return 'it is the name of a file: map the field that has its address, or choose the source Binary File(s)';
	}
	if (/^(?:[a-z]:)?[\\/](?!\/)|^~\/|^\.{1,2}[\\/]/i.test(text)) {
		return 'it is a path on one computer: read the file with Read/Write Files from Disk, and choose the source Binary File(s)';
	}
	return undefined;
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
