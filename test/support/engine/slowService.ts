import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { json } from 'node:stream/consumers';
import { portOf } from '../../../sandbox/server/portOf';

/** Long enough that whatever is sent side by side is seen side by side. */
const REPLY_AFTER_MS = 20;

const words = ['a', 'map', 'that', 'works'].map((text, i) => ({
	text,
	start: i * 100,
	end: i * 100 + 90,
	confidence: 0.9,
	speaker: 'A',
}));
const said = words.map(({ text }) => text).join(' ');
const utterances = [{ speaker: 'A', text: said, start: 0, end: 390, confidence: 0.9, words }];

/** Has every transcript that it is asked for, also new ones, takes its time, and counts what is asked at once. */
export class SlowService {
	readonly api = new Counter();

	/** At the store from which finished files are fetched. */
	readonly files = new Counter();

	private constructor(
		private readonly server: ReturnType<typeof createServer>,
		readonly url: string,
	) {}

	static async open(): Promise<SlowService> {
		const server = createServer();
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		const service = new SlowService(server, `http://127.0.0.1:${portOf(server)}`);
		server.on('request', (request, response) => void service.reply(request, response));
		return service;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		this.server.close();
		await once(this.server, 'close');
	}

	private async reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { pathname } = new URL(request.url ?? '/', this.url);
		const isFile = pathname.startsWith('/files/');
		const done = (isFile ? this.files : this.api).begin();
		if (request.method === 'POST') await json(request);
		await setTimeout(REPLY_AFTER_MS);
		done();
		if (isFile) {
			response.setHeader('content-type', 'audio/mpeg');
			response.end('ID3');
			return;
		}
		response.setHeader('content-type', 'application/json');
		const isNew = request.method === 'POST' && pathname === '/v2/transcript';
		const path = isNew ? `${pathname}/job-${this.api.all}` : pathname;
		response.end(JSON.stringify(this.contentAt(path)));
	}

	private contentAt(pathname: string): Record<string, unknown> {
		const [, , , id, part] = pathname.split('/');
		if (pathname === '/v2/transcript') return { page_details: { prev_url: null }, transcripts: [] };
		if (part === 'redacted-audio') {
			return { status: 'redacted_audio_ready', redacted_audio_url: `${this.url}/files/${id}.mp3` };
		}
		if (part === 'word-search') return { id, total_count: 0, matches: [] };
		if (part === 'sentences') return { sentences: utterances };
		if (pathname.endsWith('/understanding')) {
			return { request_id: 'r', speech_understanding: { response: {} }, utterances };
		}
		return { id, status: 'completed', text: said, words, utterances };
	}
}

/** How many requests there were, and at most at the same time. */
class Counter {
	all = 0;

	mostAtOnce = 0;

	private atOnce = 0;

	begin(): () => void {
		this.all++;
		this.mostAtOnce = Math.max(this.mostAtOnce, ++this.atOnce);
		return () => void this.atOnce--;
	}
}
