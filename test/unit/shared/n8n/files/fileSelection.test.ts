import { executeContext } from '../../../../support/unit/executeContext';

import type { IBinaryKeyData } from 'n8n-workflow';
import { InputError } from '../../../../../nodes/shared/api/core/errors';
import { fileSelection, filesOf } from '../../../../../nodes/shared/n8n/files/fileSelection';
import { failureOf } from '../../../../support/unit/failureOf';
import { messageOf } from '../../../../support/unit/messageOf';

// Files held in memory; those that n8n stores elsewhere are opened in the engine's tests.
const base64 = (text: string) => Buffer.from(text).toString('base64');
const binary: IBinaryKeyData = {
	letter: { data: base64('%PDF'), mimeType: 'application/pdf', fileName: 'letter.pdf' },
	call: { data: base64('sound'), mimeType: 'audio/mpeg', fileName: 'call.mp3' },
	film: { data: base64('picture'), mimeType: 'video/mp4' },
};
const find = async (selection: Parameters<typeof filesOf>[2], files = binary) =>
	await filesOf(executeContext({ items: [{ json: {}, binary: files }] }), 0, selection);
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
	test.each(['', 'data', 'a, b', { mimeType: 'audio/mpeg', data: 'YQ==' }])(
		'may be %j',
		(selection) => {
			expect(fileSelection.parse(selection)).toEqual(selection);
		},
	);

	test('may be a reference to a file that n8n keeps elsewhere', () => {
		const reference = { mimeType: 'audio/mpeg', id: 'filesystem-v2:x', fileSize: '5 B', bytes: 5 };
		expect(fileSelection.parse(reference)).toEqual({ ...reference, data: '' });
	});

	test('may not be a reference without its content', () => {
		expect(messageOf(fileSelection, { mimeType: 'audio/mpeg' })).toContain(
			'use the name of its field, or $input.item.binary instead of $binary',
		);
	});

	test.each([7, null, ['data'], {}])('may not be %j', (selection) => {
		expect(messageOf(fileSelection, selection)).toBe(
			'it is neither the name of a binary field nor a binary reference',
		);
	});
});
