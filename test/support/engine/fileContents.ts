import { wav } from '../sandbox/wav';

/** The beginnings of files, by the name that fixtures give their kind. */
const BEGINNINGS: ReadonlyMap<string, string> = new Map([
	['ogg', 'OggS\x00\x02\x00\x00OpusHead'],
	['mp3', 'ID3\x04\x00\x00\x00\x00\x00\x00\xff\xfb\x90\x44'],
	['mp4', '\x00\x00\x00\x20ftypisom\x00\x00\x02\x00'],
	['webm', '\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01webm'],
	['wma', '0&\xb2u\x8ef\xcf\x11\xa6\xd9\x00\xaa\x00b\xcel'],
	['amr', '#!AMR\n\x3c\x91'],
	['gsm', '\xd4'.padEnd(33, '\x22').repeat(20)],
	['heic', '\x00\x00\x00\x24ftypheic\x00\x00\x00\x00mif1heic'],
	['png', '\x89PNG\r\n\x1a\n'],
	['pdf', '%PDF-1.7\n'],
	['tnef', '\x78\x9f\x3e\x22\x01\x00'],
	['html', '<!doctype html><title>Sign in</title>'],
	['text', 'Thank you, talk to you soon.'],
	['vtt', 'WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nHello'],
	['json', '{"timeline": []}'],
]);

let made = 0;

/** A file of this kind, different from all others. */
export function contentOf(kind: string): Buffer {
	made += 1;
	if (kind === 'wav') return wav(0.5 + made / 1000, { level: 0.5 });
	const beginning = BEGINNINGS.get(kind);
	if (beginning === undefined) throw new Error(`No file of the kind ${kind} is known`);
	return Buffer.from(`${beginning}${String(made).padStart(600, ' ')}`, 'latin1');
}
