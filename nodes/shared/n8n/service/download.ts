import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import {
	ApiError,
	AssemblyAiError,
	CanceledError,
	ConnectionError,
	InvalidReplyError,
} from '../../api/core/errors';
import { outcomeOf } from '../../outcome';
import { userAgent } from '../../version';
import { realClock } from './clock';
import { deadlineOf } from './deadline';

type Content = Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0];

/** Time for a redacted file of 1 GB, the largest, on a line of about 2 Mbit/s. */
const DOWNLOAD_TIMEOUT_MS = 60 * 60 * 1000;

const download = z.object({
	statusCode: z.number(),
	headers: z.object({ 'content-type': z.string().nullish() }).passthrough(),
	body: z.custom<Content>(isReadable, 'it is not a stream'),
});

/**
 * Downloads a file from an address that needs no credential into n8n's binary store, as a stream. It must not
 * go out with the credential: the file is at a store of somebody else, who would be told the API key.
 * @param fileName without its extension, which is taken from the address
 */
export async function downloadFile(
	context: IExecuteFunctions,
	url: string,
	fileName: string,
): Promise<IBinaryData> {
	const signal = context.getExecutionCancelSignal();
	const deadline = deadlineOf(realClock, DOWNLOAD_TIMEOUT_MS, signal);
	const outcome = await outcomeOf(store(context, { url, fileName, signal: deadline.signal }));
	deadline.clear();
	if (outcome.ok) return outcome.value;
	if (signal?.aborted) throw new CanceledError('The execution was stopped');
	if (outcome.error instanceof AssemblyAiError) throw outcome.error;
	const why = deadline.isOver() ? 'it was not complete after an hour' : 'the connection was lost';
	// The original is left out: it holds the address, with which anybody can fetch the file.
	throw new ConnectionError(`The file could not be downloaded: ${why}`, 'lost', {
		hint: 'Run the item again. If it stays like this, check that n8n can reach the file stores of AssemblyAI (proxy, firewall).',
	});
}

async function store(
	context: IExecuteFunctions,
	{ url, fileName, signal }: { url: string; fileName: string; signal: AbortSignal },
): Promise<IBinaryData> {
	const reply: unknown = await context.helpers.httpRequest({
		method: 'GET',
		url,
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		timeout: DOWNLOAD_TIMEOUT_MS,
		headers: { 'user-agent': userAgent },
		abortSignal: signal,
	});
	const { statusCode: status, headers, body } = download.parse(reply);
	const hangUp = () => void ('destroy' in body && body.destroy());
	if (status < 200 || status >= 300) {
		hangUp();
		throw new ApiError(
			`The file store of AssemblyAI did not hand out the file (status ${status})`,
			{ httpStatus: status, said: '' },
			{ hint: 'Redacted audio is kept for 24 hours. If it is not older, run the item again.' },
		);
	}
	const type = (headers['content-type'] ?? 'application/octet-stream').split(';')[0]?.trim();
	if (type?.toLowerCase() === 'text/html') {
		hangUp();
		throw new InvalidReplyError('The file could not be downloaded: a web page came in its place', {
			hint: 'Check whether a proxy or a sign-in page stands between n8n and the file stores of AssemblyAI.',
		});
	}
	const extension = /\.[a-z0-9]{2,4}$/i.exec(new URL(url).pathname)?.[0] ?? '';
	// The signal that the helper is given ends with the headers of the reply.
	signal.addEventListener('abort', hangUp, { once: true });
	const storing = context.helpers.prepareBinaryData(body, `${fileName}${extension}`, type);
	return await storing.finally(() => signal.removeEventListener('abort', hangUp));
}

function isReadable(value: unknown): boolean {
	return (
		typeof value === 'object' &&
		value !== null &&
		'pipe' in value &&
		typeof value.pipe === 'function'
	);
}
