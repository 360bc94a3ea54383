import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Bytes on disk, known by their content. */
export interface StoredAudio {
	file: string;
	/** Lower-case hex. */
	sha256: string;
	bytes: number;
	/** As the sender named it: a form or JSON is stored as if it were audio, as the service does. */
	contentType: string;
}

/** There is no room for this file, whatever older uploads are given up. */
export class StoreFullError extends Error {}

/** Keeps audio in a temporary folder of its own, never in memory, up to a limit on all of it. */
export class UploadStore {
	private readonly uploads = new Map<string, StoredAudio>();
	private closed = false;
	/** On disk or on their way to it. */
	private bytesKept = 0;

	private constructor(
		private readonly folder: string,
		private readonly limitBytes: number,
	) {}

	static async open(limitBytes: number, parent = tmpdir()): Promise<UploadStore> {
		return new UploadStore(await mkdtemp(path.join(parent, 'assemblyai-sandbox-')), limitBytes);
	}

	/**
	 * Streams a body to disk and hashes it on the way; `onBytes` hears of every piece.
	 * @throws StoreFullError when all of it has arrived: a client that is still sending may miss an answer
	 */
	async store(
		body: Readable,
		contentType: string,
		onBytes: (count: number) => void = () => undefined,
	): Promise<StoredAudio> {
		const file = path.join(this.folder, randomUUID());
		const hash = createHash('sha256');
		let bytes = 0;
		let hasRoom = true;
		const measure = new Transform({
			transform: (chunk: Buffer, _encoding, done) => {
				onBytes(chunk.length);
				hasRoom &&= this.makeRoom(chunk.length);
				if (!hasRoom) return done();
				hash.update(chunk);
				bytes += chunk.length;
				this.bytesKept += chunk.length;
				done(null, chunk);
			},
		});
		try {
			await pipeline(body, measure, createWriteStream(file));
			if (!hasRoom) throw new StoreFullError();
		} catch (error) {
			await this.discard({ file, bytes });
			throw error;
		}
		return { file, sha256: hash.digest('hex'), bytes, contentType };
	}

	/** Gives stored audio its place under `/upload/`, of the form `<32 hex digits>/<uuid>`. */
	register(audio: StoredAudio): string {
		const place = `${randomBytes(16).toString('hex')}/${randomUUID()}`;
		this.uploads.set(place, audio);
		return place;
	}

	find(place: string): StoredAudio | undefined {
		return this.uploads.get(place);
	}

	async remove(place: string): Promise<void> {
		const audio = this.uploads.get(place);
		this.uploads.delete(place);
		if (audio) await this.discard(audio);
	}

	async discard({ file, bytes }: Pick<StoredAudio, 'file' | 'bytes'>): Promise<void> {
		this.bytesKept -= bytes;
		await rm(file, { force: true });
	}

	/** Gives up the oldest uploads, as the service does after a day or two. */
	private makeRoom(wanted: number): boolean {
		for (const place of this.uploads.keys()) {
			if (this.bytesKept + wanted <= this.limitBytes) break;
			void this.remove(place);
		}
		return this.bytesKept + wanted <= this.limitBytes;
	}

	async clear(): Promise<void> {
		const places = [...this.uploads.keys()];
		await Promise.all(places.map(async (place) => await this.remove(place)));
	}

	async close(): Promise<void> {
		if (this.closed) return;
		this.closed = true;
		this.uploads.clear();
		await rm(this.folder, { recursive: true, force: true });
	}
}

/** The place named by an upload URL, whichever host it was read from; undefined for any other URL. */
export function uploadPlace(url: URL): string | undefined {
	return /^\/upload\/([0-9a-f]{32}\/[0-9a-f-]{36})$/.exec(url.pathname)?.[1];
}
