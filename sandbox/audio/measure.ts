import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';

/** What a file says of itself; undefined where the library cannot tell. */
export interface Measured {
	durationSeconds: number | undefined;
	channels: number | undefined;
}

export const UNMEASURED: Measured = { durationSeconds: undefined, channels: undefined };

const replySchema = z.object({
	id: z.number(),
	durationSeconds: z.number().nonnegative().optional(),
	channels: z.number().int().positive().optional(),
});

/** By SHA-256: the same content measures the same, in whichever sandbox it turns up. */
const measuredContent = new Map<string, Promise<Measured>>();

/** Measures audio files, one worker for all; it starts with the first content that is new. */
export class AudioMeter {
	private worker: Worker | undefined;
	private readonly waiting = new Map<number, (measured: Measured) => void>();
	private lastId = 0;

	async measure({ file, sha256 }: { file: string; sha256: string }): Promise<Measured> {
		const known = measuredContent.get(sha256);
		if (known) return await known;
		const measuring = this.askWorker(file);
		measuredContent.set(sha256, measuring);
		const measured = await measuring;
		// What failed may have failed because the sandbox was closing.
		if (measured === UNMEASURED) measuredContent.delete(sha256);
		return measured;
	}

	async close(): Promise<void> {
		await this.worker?.terminate();
		this.giveUp();
	}

	private async askWorker(file: string): Promise<Measured> {
		const worker = (this.worker ??= this.start());
		const id = (this.lastId += 1);
		return await new Promise((resolve) => {
			this.waiting.set(id, resolve);
			worker.postMessage({ id, file });
		});
	}

	private start(): Worker {
		const worker = new Worker(path.join(__dirname, 'measureWorker.mjs'));
		worker.unref();
		worker.on('message', (message: unknown) => {
			const { id, durationSeconds, channels } = replySchema.parse(message);
			this.waiting.get(id)?.({ durationSeconds, channels });
			this.waiting.delete(id);
		});
		// A file that brings the parser down is a file that cannot be measured.
		worker.on('error', () => this.giveUp());
		return worker;
	}

	private giveUp(): void {
		this.worker = undefined;
		for (const resolve of this.waiting.values()) resolve(UNMEASURED);
		this.waiting.clear();
	}
}
