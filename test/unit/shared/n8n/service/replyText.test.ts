import { getEventListeners } from 'node:events';
import { Readable } from 'node:stream';
import { EndlessReplyError } from '../../../../../nodes/shared/api/core/errors';
import { MAX_REPLY_BYTES, readReplyText } from '../../../../../nodes/shared/n8n/service/replyText';
import { failureOf } from '../../../../support/unit/failureOf';

const listenersOf = ({ signal }: AbortController) => getEventListeners(signal, 'abort').length;

test('a reply that was read is let go, while the signal lives on', async () => {
	const execution = new AbortController();
	const body = Readable.from([Buffer.from('whole')]);
	const reading = readReplyText(body, execution.signal);
	expect(listenersOf(execution)).toBe(1);
	expect(await reading).toBe('whole');
	expect(listenersOf(execution)).toBe(0);
});

test('a reply that breaks off or has no end is let go as well', async () => {
	const execution = new AbortController();
	const broken = Readable.from(failing());
	await expect(readReplyText(broken, execution.signal)).rejects.toThrow('broken');
	const endless = Readable.from(Array<Buffer>(101).fill(Buffer.alloc(MAX_REPLY_BYTES / 100)));
	await expect(readReplyText(endless, execution.signal)).rejects.toThrow('not read to its end');
	expect(listenersOf(execution)).toBe(0);
});

async function* failing(): AsyncGenerator<Buffer> {
	yield Buffer.from('begin');
	throw new Error('broken');
}

test('the signal ends a reply that is on its way', async () => {
	const execution = new AbortController();
	const body = new Readable({ read: () => undefined });
	const reading = readReplyText(body, execution.signal);
	execution.abort();
	await expect(reading).rejects.toThrow();
	expect(body.destroyed).toBe(true);
});

test('a reply without end is told with how much was read, and what to do', async () => {
	const endless = Readable.from(Array<Buffer>(101).fill(Buffer.alloc(MAX_REPLY_BYTES / 100)));
	const error = await failureOf(
		readReplyText(endless, new AbortController().signal),
		EndlessReplyError,
	);
	expect(error.message).toBe(
		'AssemblyAI sent a reply of more than 100 MB, which was not read to its end',
	);
	expect(error.facts.hint).toContain('Check the URLs of the credential');
	expect(error.name).toBe('EndlessReplyError');
});

test('what comes is told as it comes, also where it is cut within a letter', async () => {
	const bytes = Buffer.from('Grüße');
	const pieces: string[] = [];
	const text = await readReplyText(
		Readable.from([bytes.subarray(0, 3), bytes.subarray(3)]),
		new AbortController().signal,
		(piece) => pieces.push(piece),
	);
	expect([text, pieces]).toEqual(['Grüße', ['Gr', 'üße']]);
});
