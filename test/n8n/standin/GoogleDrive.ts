import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Response } from 'undici';
import { z } from 'zod';

export interface DriveFile {
	name: string;
	mimeType: string;
	/** The IDs of the folders that it is in. */
	parents: string[];
	content: Buffer;
}

interface StoredFile extends DriveFile {
	id: string;
	createdTime: string;
}

const metadata = z.object({
	name: z.string(),
	mimeType: z.string(),
	parents: z.array(z.string()),
});

type ById = { Params: { id: string } };

/**
 * As much of Google Drive as watching a folder, downloading and writing a text take (Drive API, version 3): files
 * that are found by folder and time of creation.
 */
export class GoogleDrive {
	private readonly files = new Map<string, StoredFile>();

	/** As if somebody had put it there. */
	put(file: DriveFile, createdAt = new Date()): string {
		const id = randomUUID();
		this.files.set(id, { ...file, id, createdTime: createdAt.toISOString() });
		return id;
	}

	in(folder: string): DriveFile[] {
		return [...this.files.values()].filter(({ parents }) => parents.includes(folder));
	}

	readonly answer = (server: FastifyInstance): void => {
		server.addContentTypeParser(
			'multipart/related',
			{ parseAs: 'buffer' },
			async (_: unknown, body: Buffer) => body,
		);
		server.get<{ Querystring: { q: string } }>('/drive/v3/files', async ({ query: { q } }) => ({
			files: this.find(q).map(withoutContent),
		}));
		server.get<ById & { Querystring: { alt?: string } }>(
			'/drive/v3/files/:id',
			async ({ params: { id }, query: { alt } }, reply) => {
				const file = this.files.get(id);
				if (!file) return await reply.code(404).send({ error: { message: 'File not found' } });
				if (alt !== 'media') return withoutContent(file);
				return await reply.type(file.mimeType).send(file.content);
			},
		);
		server.post<{ Body: Buffer }>('/upload/drive/v3/files', async ({ body, headers }) => ({
			id: this.put(await readUpload(body, headers['content-type'] ?? '')),
		}));
		server.patch<ById>('/drive/v3/files/:id', async ({ params: { id } }) => ({ id }));
	};

	/** Those in the folder and created after the time that a query in Drive's language names. */
	private find(query: string): StoredFile[] {
		const folder = /'([^']+)' in parents/.exec(query)?.[1];
		const after = /createdTime > '([^']+)'/.exec(query)?.[1];
		if (folder === undefined || after === undefined) throw new Error(`Not understood: ${query}`);
		return [...this.files.values()].filter(
			({ parents, createdTime }) =>
				parents.includes(folder) && Date.parse(createdTime) > Date.parse(after),
		);
	}
}

function withoutContent({ id, name, mimeType, parents, createdTime }: StoredFile) {
	return { id, name, mimeType, parents, createdTime };
}

/** n8n sends both parts as those of a form are sent, under another type. */
async function readUpload(body: Buffer, contentType: string): Promise<DriveFile> {
	const headers = { 'content-type': contentType.replace('/related', '/form-data') };
	const form = await new Response(body, { headers }).formData();
	const content = form.get('data');
	return {
		...metadata.parse(JSON.parse(String(form.get('metadata')))),
		content: Buffer.from(typeof content === 'string' ? content : ((await content?.bytes()) ?? '')),
	};
}
