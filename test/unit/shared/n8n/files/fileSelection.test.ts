import fc from 'fast-check';
import { executeContext } from '../../../../support/unit/executeContext';

import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';
import { InputError } from '../../../../../nodes/shared/api/core/errors';
import { filesOf } from '../../../../../nodes/shared/n8n/files/fileSelection';
import { fileSelection } from '../../../../../nodes/shared/n8n/files/selection';
import { failureOf } from '../../../../support/unit/failureOf';
import { messageOf } from '../../../../support/unit/messageOf';

// Files held in memory; those that n8n stores elsewhere are opened in the engine's tests.
const base64 = (text: string) => Buffer.from(text).toString('base64');
const binary: IBinaryKeyData = {
	letter: { data: base64('%PDF'), mimeType: 'application/pdf', fileName: 'letter.pdf' },
	call: { data: base64('sound'), mimeType: 'audio/mpeg', fileName: 'call.mp3' },
	film: { data: base64('picture'), mimeType: 'video/mp4' },
};
const choose = async (selection: unknown, files: IBinaryKeyData = binary, json: IDataObject = {}) =>
	await filesOf(
		executeContext({ items: [{ json, binary: files }] }),
		0,
		fileSelection.parse(selection),
	);
const find = async (...parameters: Parameters<typeof choose>) =>
	(await choose(...parameters)).files;
const namesOf = async (...parameters: Parameters<typeof find>) =>
	(await find(...parameters)).map(({ name }) => name);

async function contentOf(content: NodeJS.ReadableStream | Uint8Array): Promise<string> {
	if (content instanceof Uint8Array) return Buffer.from(content).toString();
	let text = '';
	for await (const chunk of content) text += chunk.toString();
	return text;
}

test('without a selection it is every audio and video file of the item', async () => {
	expect(await namesOf('')).toEqual(['call.mp3', 'film']);
	expect(await namesOf(' , ')).toEqual(['call.mp3', 'film']);
});

test('named fields are taken in the order of the names, whatever is in them', async () => {
	expect(await namesOf('letter')).toEqual(['letter.pdf']);
	expect(await namesOf('film, letter')).toEqual(['film', 'letter.pdf']);
});

test('a binary reference of an expression is the file itself', async () => {
	const [call] = Object.values({ call: binary.call });
	expect(call && (await namesOf(call))).toEqual(['call.mp3']);
});

test('a file has its size, and opens from its beginning each time', async () => {
	const [file] = await find('call');
	expect(file?.byteLength).toBe(5);
	for (const body of [await file?.open(), await file?.open()]) {
		expect(body).toMatchObject({ kind: 'binary', byteLength: 5 });
		expect(body?.kind === 'binary' && (await contentOf(body.content))).toBe('sound');
	}
});

test('its fingerprint is that of its content', async () => {
	const fingerprint = async (text: string) =>
		(await find('x', { x: { data: base64(text), mimeType: 'audio/mpeg' } }))[0]?.fingerprint;
	expect(await fingerprint('a')).toBe(await fingerprint('a'));
	expect(await fingerprint('a')).not.toBe(await fingerprint('b'));
});

describe('what is not there', () => {
	const errorOf = async (...parameters: Parameters<typeof find>) =>
		await failureOf(find(...parameters), InputError);

	test('a field, with those that are', async () => {
		const error = await errorOf('call, data, recording');
		expect(error.message).toBe('The item has no file in the field data, recording');
		expect(error.facts.hint).toMatch(/^The item's files are in: letter, call, film\. /);
	});

	test('a recording, with what is there instead', async () => {
		const { letter } = binary;
		const error = await errorOf(
			'',
			letter && { letter, note: { data: '', mimeType: 'text/plain' } },
		);
		expect(error.message).toBe('The item has no audio or video file');
		expect(error.facts.hint).toMatch(
			/^The item's files are in: letter \(letter\.pdf, application\/pdf\), note \(text\/plain\)\. /,
		);
	});

	test('any file', async () => {
		expect((await errorOf('', {})).facts.hint).toMatch(/^The item has no files at all\. /);
	});
});

describe('the selection', () => {
	const file = { mimeType: 'audio/mpeg', data: 'YQ==' };

	test.each<[unknown, unknown[]]>([
		['', []],
		[undefined, []],
		[null, []],
		['data', ['data']],
		['a, b', ['a', 'b']],
		[
			['a', 'b, c'],
			['a', 'b', 'c'],
		],
		[file, [file]],
		[
			[file, 'b'],
			[file, 'b'],
		],
	])('may be %j', (selection, chosen) => {
		expect(fileSelection.parse(selection)).toEqual(chosen);
	});

	test.each<[unknown, unknown[]]>([
		['["a", "b"]', ['a', 'b']],
		['a; b\nc', ['a', 'b', 'c']],
		['"a"', ['a']],
		[['a', null, ''], ['a']],
		[
			[['a'], 'b'],
			['a', 'b'],
		],
		[{ x: file, y: file }, [file, file]],
	])('may be written as %j', (selection, chosen) => {
		expect(fileSelection.parse(selection)).toEqual(chosen);
	});

	test('may be a reference to a file that n8n keeps elsewhere', () => {
		const reference = { mimeType: 'audio/mpeg', id: 'filesystem-v2:x', fileSize: '5 B', bytes: 5 };
		expect(fileSelection.parse(reference)).toEqual([
			{ mimeType: 'audio/mpeg', id: 'filesystem-v2:x', data: '' },
		]);
	});

	test('may not be a reference without its content', () => {
		expect(messageOf(fileSelection, { mimeType: 'audio/mpeg' })).toContain(
			'use the name of its field, or $input.item.binary instead of $binary',
		);
	});

	test.each([7, [7], {}, [{}]])('may not be %j', (selection) => {
		expect(messageOf(fileSelection, selection)).toBe(
			'it is neither the name of a binary field nor a binary reference',
		);
	});
});

describe('content within the item', () => {
	const sound = Buffer.from(Array.from({ length: 300 }, (_, i) => (i * 7) % 256));
	const plain = sound.toString('base64');
	const readBack = async (data: string) => {
		const [file] = await find('x', { x: { data, mimeType: 'audio/mpeg' } });
		const body = await file?.open();
		if (body?.kind !== 'binary' || body.content instanceof Uint8Array) throw new Error('No stream');
		const chunks: Uint8Array[] = [];
		for await (const chunk of body.content) chunks.push(Buffer.from(chunk));
		return { bytes: Buffer.concat(chunks), byteLength: file?.byteLength };
	};

	test.each([
		['as n8n writes it', plain],
		['with the line breaks of a mail', plain.replace(/(.{76})/g, '$1\r\n')],
		['with a prefix', `data:audio/mpeg;base64,${plain}`],
		['in the alphabet of addresses', plain.replace(/\+/g, '-').replace(/\//g, '_')],
		['without its padding', plain.replace(/=+$/, '')],
		['with spaces around', ` ${plain}\n`],
		['with a prefix in capitals behind a space', ` DATA:audio/mpeg;base64,${plain}`],
		['in quotation marks', `"${plain}"`],
		['as part of an address', `data:audio/mpeg;base64,${encodeURIComponent(plain)}`],
		['with padding to spare', `${plain.replace(/=+$/, '')}===`],
	])('is read %s, with its true length', async (_, data) => {
		expect(await readBack(data)).toEqual({ bytes: sound, byteLength: 300 });
	});

	test('of any length is read as it is, in whatever form', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uint8Array({ minLength: 1, maxLength: 400 }),
				fc.nat({ max: 90 }),
				fc.boolean(),
				async (bytes, width, isUrlSafe) => {
					const text = Buffer.from(bytes).toString(isUrlSafe ? 'base64url' : 'base64');
					const lines = width < 4 ? text : text.replace(new RegExp(`(.{${width}})`, 'g'), '$1\n');
					const read = await readBack(lines);
					expect(read.bytes.equals(Buffer.from(bytes))).toBe(true);
					expect(read.byteLength).toBe(bytes.length);
				},
			),
		);
	});

	test('longer than a slice is read as it is', async () => {
		const large = Buffer.alloc(1_000_001, 'sound and fury ');
		const { bytes } = await readBack(large.toString('base64').replace(/(.{76})/g, '$1\n'));
		expect(bytes.equals(large)).toBe(true);
	});

	test.each<[string, unknown, string]>([
		['an address', 'https://example.com/a.mp3', 'its content is not base64'],
		['half a letter', 'abcde', 'its content is not base64'],
		['a buffer', { type: 'Buffer', data: [1] }, 'its content is not a text'],
		['nothing', undefined, 'its content is not a text'],
	])('that is %s is refused by the name of its field', async (_, data, why) => {
		const files = JSON.parse(JSON.stringify({ voice: { data, mimeType: 'audio/mpeg' } }));
		const error = await failureOf(find('voice', files), InputError);
		expect(error.message).toBe(`The field voice has no file that n8n can read: ${why}`);
		expect(error.facts.hint).toContain('this.helpers.prepareBinaryData');
	});

	test.each([null, 'text', [1]])('in a field that is %j is refused', async (file) => {
		const files = JSON.parse(JSON.stringify({ voice: file }));
		for (const selection of ['voice', '']) {
			const error = await failureOf(find(selection, files), InputError);
			expect(error.message).toBe(
				'The field voice has no file that n8n can read: it is not a file of n8n',
			);
		}
	});

	test('that is empty is refused before it is sent', async () => {
		const files = { voice: { data: '', mimeType: 'audio/mpeg', fileName: 'empty.mp3' } };
		expect((await failureOf(find('', files), InputError)).message).toBe(
			'The file empty.mp3 is empty',
		);
	});
});

test('a file that stands under two names is one recording', async () => {
	const call = { data: base64('sound'), mimeType: 'audio/mpeg', fileName: 'call.mp3' };
	expect((await find('', { a: call, b: { ...call } })).map((one) => one.field)).toEqual(['a']);
	expect(await find('a, b', { a: call, b: call })).toHaveLength(1);
});

test('two files of the same content and other names are two recordings', async () => {
	const call = { data: base64('sound'), mimeType: 'audio/mpeg', fileName: 'call.mp3' };
	const files = await find('', { a: call, b: { ...call, fileName: 'again.mp3' } });
	expect(files.map(({ name }) => name)).toEqual(['call.mp3', 'again.mp3']);
	expect(new Set(files.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});

test('what other services call a file is none', async () => {
	const json = {
		drive: { id: '1AbC', name: 'call.mp3', mimeType: 'audio/mpeg' },
		voice: { mimeType: 'audio/ogg', id: '1013859600285441' },
	};
	expect((await choose('', binary, json)).files.map(({ name }) => name)).toEqual([
		'call.mp3',
		'film',
	]);
	expect((await failureOf(choose('', {}, json), InputError)).facts.hint).toContain(
		'The item has no files at all.',
	);
});

test('a recording that is passed over is told of, a document is not', async () => {
	const files = {
		call: { data: base64('sound'), mimeType: 'audio/mpeg', fileName: 'call.mp3' },
		odd: { data: base64('sound'), mimeType: 'application/pdf', fileName: 'second.mp3' },
		letter: { data: base64('text'), mimeType: 'application/pdf', fileName: 'letter.pdf' },
	};
	const { files: chosen, warnings } = await choose('', files);
	expect(chosen.map(({ name }) => name)).toEqual(['call.mp3']);
	expect(warnings).toEqual([
		'The file in the field odd (second.mp3, application/pdf) was passed over, since its type is that of no recording. Name the field in Input Binary Field to transcribe it.',
	]);
});

test.each(['CALL', '$binary.call', 'binary.call', '$json.binary.call', 'call.mp3'])(
	'the field call is meant by %s',
	async (name) => {
		expect((await find(name)).map(({ field }) => field)).toEqual(['call']);
	},
);

test('a reference has the field in which its file stands', async () => {
	expect((await find(binary.call)).map(({ field }) => field)).toEqual(['call']);
});

test.each([
	{ mimeType: 7, fileName: 'call.mp3' },
	{ mimeType: { a: 1 }, fileName: 12345 },
	{ mimeType: null, fileName: null, fileExtension: 5 },
])('what is no name or type is none: %j', async (facts) => {
	const sound = { data: base64('ID3\x04 and sound'), ...facts };
	const files: IBinaryKeyData = JSON.parse(JSON.stringify({ voice: sound }));
	expect((await find('', files)).map(({ field }) => field)).toEqual(['voice']);
});

test('a field is meant as it is written where another differs by case alone', async () => {
	const file = { data: base64('sound'), mimeType: 'audio/mpeg' };
	const files: IBinaryKeyData = {
		Call: { ...file, fileName: 'first.mp3' },
		call: { ...file, fileName: 'second.mp3' },
	};
	expect(await namesOf('Call', files)).toEqual(['first.mp3']);
	expect(await namesOf('call', files)).toEqual(['second.mp3']);
	await expect(namesOf('CALL', files)).rejects.toThrow('CALL');
});

test.each(['binary.call', '$binary.call', 'json.binary.call', '$json.binary.call'])(
	'%s is the field call',
	async (name) => {
		expect(await namesOf(name)).toEqual(['call.mp3']);
		await expect(namesOf(`x${name}`)).rejects.toThrow(InputError);
	},
);
