/** How a text begins, without the blanks before it, and what it is then. */
const FORMS: ReadonlyArray<[begins: RegExp, mime: string, description: string]> = [
	[/^(<!--[^]*?-->\s*)?<(!doctype html|html|head|body)\b/i, 'text/html', 'HTML document'],
	[
		/^(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)?<svg\b/i,
		'image/svg+xml',
		'SVG Scalable Vector Graphics image',
	],
	[/^<\?xml\b/i, 'text/xml', 'XML document'],
	[/^#EXTM3U/, 'audio/x-mpegurl', 'M3U playlist'],
	[/^\[playlist\]/i, 'audio/x-scpls', 'PLS playlist'],
	[/^WEBVTT/, 'text/vtt', 'WebVTT subtitles'],
	[/^BEGIN:VCARD/, 'text/vcard', 'vCard visiting card'],
	[/^BEGIN:VCALENDAR/, 'text/calendar', 'vCalendar calendar file'],
	[/^(\{\s*("|\})|\[\s*[[{"\d\]])/, 'application/json', 'JSON data'],
];

/** The kind of a text by how it begins; nothing where it is none. */
export function textKind(head: Buffer): { mime: string; description: string } | undefined {
	if (/^(?:\xff\xfe|\xfe\xff)/.test(head.toString('latin1', 0, 2))) {
		return { mime: 'text/plain', description: 'Unicode text, UTF-16' };
	}
	const text = head.toString('utf8').replace(/^\ufeff/, '');
	if (text === '' || holdsBinary(text)) return undefined;
	const encoding = /^[\t-\r\x20-\x7e]*$/.test(text) ? 'ASCII text' : 'UTF-8 Unicode text';
	const start = text.trimStart();
	const [, mime, description] = FORMS.find(([begins]) => begins.test(start)) ?? [];
	if (mime === undefined || description === undefined) {
		return { mime: 'text/plain', description: encoding };
	}
	const isData = mime === 'application/json';
	return { mime, description: isData ? description : `${description}, ${encoding}` };
}

function holdsBinary(text: string): boolean {
	// A character cut in two at the end of the probe is no sign of binary data.
	const body = text.replace(/\ufffd$/, '');
	// eslint-disable-next-line no-control-regex
	return /[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]/.test(body);
}
