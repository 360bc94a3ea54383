import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { portOf } from '../../sandbox/server/portOf';

export interface SinkOptions {
	/** Rest after each piece of an upload, which makes the sender wait; default none. */
	pauseMs?: number;
}

/**
 * The least that a service can be: it takes uploads and throws them away, and its jobs never end. So what a
 * client needs is hardly the server's doing.
 */
export class Sink {
	readonly apiKey = 'sink-key';
	/** Bytes of each upload that arrived in full. */
	readonly uploads: number[] = [];
	private readonly server = createServer((request, response) => {
		void this.answer(request, response);
	});
	private readonly begun = new Set<() => void>();

	private constructor(private readonly options: SinkOptions) {}

	static async open(options: SinkOptions = {}): Promise<Sink> {
		const sink = new Sink(options);
		sink.server.requestTimeout = 0;
		sink.server.listen(0, '127.0.0.1');
		await once(sink.server, 'listening');
		return sink;
	}

	get url(): string {
		return `http://127.0.0.1:${portOf(this.server)}`;
	}

	/** Resolves when the first bytes of the next upload are there. */
	async nextUpload(): Promise<void> {
		await new Promise<void>((resolve) => this.begun.add(resolve));
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		this.server.close();
		await once(this.server, 'close');
	}

	private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const isUpload = request.url === '/v2/upload';
		try {
			const bytes = await this.discard(request, isUpload);
			if (isUpload) this.uploads.push(bytes);
		} catch {
			// The sender went away, which is what some benchmarks are about.
			return;
		}
		const audioUrl = `${this.url}/upload/discarded`;
		response.setHeader('content-type', 'application/json');
		response.end(
			JSON.stringify(
				isUpload
					? { upload_url: audioUrl }
					: { id: 'never-ending', status: 'queued', audio_url: audioUrl },
			),
		);
	}

	private async discard(request: IncomingMessage, isUpload: boolean): Promise<number> {
		const { pauseMs = 0 } = this.options;
		let bytes = 0;
		for await (const piece of request) {
			if (isUpload && bytes === 0) this.announce();
			bytes += Buffer.byteLength(piece);
			if (isUpload && pauseMs > 0) await sleep(pauseMs);
		}
		return bytes;
	}

	private announce(): void {
		for (const resolve of this.begun) resolve();
		this.begun.clear();
	}
}
