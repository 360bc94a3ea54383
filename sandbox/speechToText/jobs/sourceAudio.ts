import { Readable } from 'node:stream';
import { fetch } from 'undici';
import { speechToTextRefusal } from '../../server/refusal';
import { uploadPlace, type StoredAudio, type UploadStore } from '../../recordings/uploads';

/** The job ends with status `error` and this text. */
export class JobFailure extends Error {}

const DOWNLOAD_TIMEOUT_MS = 60_000;

const UNABLE_TO_DOWNLOAD =
	'Download error, unable to download URL. Please make sure the file exists and is accessible from the internet.';

/** 403 and 404 are as AssemblyAI's own pages have them; that the others look alike is a guess. */
const REFUSALS: ReadonlyMap<number, string> = new Map([
	[401, 'Unauthorized'],
	[403, 'Forbidden'],
	[404, 'Not Found'],
	[410, 'Gone'],
]);

/**
 * Refuses an upload of somebody else, as the service does at submission: an upload URL works only for the
 * project that uploaded it.
 */
export function refuseForeignUpload(audioUrl: string, origin: string, uploads: UploadStore): void {
	const url = new URL(audioUrl);
	const place = uploadPlace(url);
	const isUploadHost = url.origin === origin || url.hostname === 'cdn.assemblyai.com';
	if (place !== undefined && isUploadHost && uploads.find(place) === undefined) {
		throw speechToTextRefusal(403, 'Cannot access uploaded file');
	}
}

/** Hands the audio at a URL to `use`; what had to be downloaded is discarded afterwards. */
export async function withSourceAudio<Result>(
	audioUrl: string,
	uploads: UploadStore,
	signal: AbortSignal,
	use: (audio: StoredAudio) => Promise<Result>,
): Promise<Result> {
	const place = uploadPlace(new URL(audioUrl));
	const uploaded = place === undefined ? undefined : uploads.find(place);
	if (uploaded) return await use(uploaded);
	const downloaded = await download(audioUrl, uploads, signal);
	try {
		return await use(downloaded);
	} finally {
		await uploads.discard(downloaded);
	}
}

async function download(
	url: string,
	uploads: UploadStore,
	signal: AbortSignal,
): Promise<StoredAudio> {
	const limit = AbortSignal.any([signal, AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS)]);
	try {
		const response = await fetch(url, { signal: limit });
		const refusal = REFUSALS.get(response.status);
		if (refusal !== undefined) {
			throw new JobFailure(
				`Download error to URL, ${response.status} Client Error: ${refusal} for url: ${url}`,
			);
		}
		if (!response.ok || response.body === null) throw new JobFailure(UNABLE_TO_DOWNLOAD);
		const contentType = response.headers.get('content-type') ?? '';
		return await uploads.store(Readable.fromWeb(response.body), contentType);
	} catch (error) {
		if (error instanceof JobFailure) throw error;
		throw new JobFailure(UNABLE_TO_DOWNLOAD, { cause: error });
	}
}
