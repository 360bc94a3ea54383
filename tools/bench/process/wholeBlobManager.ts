import { randomUUID } from 'node:crypto';
import { access, copyFile, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { BinaryData } from 'n8n-core';

/**
 * Treats memory as n8n's database mode does: a stream of a file is its whole content, read first and handed
 * out in one piece. The content is in files, since n8n's own manager and its database are part of the n8n
 * server, which is not installed here.
 */
export class WholeBlobManager implements BinaryData.Manager {
	private readonly metadata = new Map<string, BinaryData.Metadata>();

	/** @param folder for the files; removed by whoever made it */
	constructor(private readonly folder: string) {}

	async init(): Promise<void> {
		await access(this.folder);
	}

	async store(
		_location: BinaryData.FileLocation,
		content: Buffer | Readable,
		metadata: BinaryData.PreWriteMetadata,
	): Promise<BinaryData.WriteResult> {
		const whole = Buffer.isBuffer(content) ? content : await buffer(content);
		const fileId = randomUUID();
		await writeFile(this.fileOf(fileId), whole);
		return this.register(fileId, metadata, whole.length);
	}

	async copyByFilePath(
		_location: BinaryData.FileLocation,
		source: string,
		metadata: BinaryData.PreWriteMetadata,
	): Promise<BinaryData.WriteResult> {
		const fileId = randomUUID();
		await copyFile(source, this.fileOf(fileId));
		return this.register(fileId, metadata, (await stat(source)).size);
	}

	async copyByFileId(_location: BinaryData.FileLocation, sourceId: string): Promise<string> {
		const fileId = randomUUID();
		await copyFile(this.fileOf(sourceId), this.fileOf(fileId));
		this.metadata.set(fileId, await this.getMetadata(sourceId));
		return fileId;
	}

	async getAsBuffer(fileId: string): Promise<Buffer> {
		return await readFile(this.fileOf(fileId));
	}

	async getAsStream(fileId: string): Promise<Readable> {
		return Readable.from(await this.getAsBuffer(fileId));
	}

	async getMetadata(fileId: string): Promise<BinaryData.Metadata> {
		const metadata = this.metadata.get(fileId);
		if (!metadata) throw new Error(`There is no file ${fileId}`);
		return metadata;
	}

	getPath(fileId: string): string {
		return `database://${fileId}`;
	}

	async rename(from: string, to: string): Promise<void> {
		await rename(this.fileOf(from), this.fileOf(to));
		this.metadata.set(to, await this.getMetadata(from));
		this.metadata.delete(from);
	}

	async deleteManyByFileId(ids: string[]): Promise<void> {
		for (const id of ids) {
			this.metadata.delete(id);
			await rm(this.fileOf(id), { force: true });
		}
	}

	private register(
		fileId: string,
		metadata: BinaryData.PreWriteMetadata,
		fileSize: number,
	): BinaryData.WriteResult {
		this.metadata.set(fileId, { ...metadata, fileSize });
		return { fileId, fileSize };
	}

	private fileOf(fileId: string): string {
		return path.join(this.folder, fileId);
	}
}
