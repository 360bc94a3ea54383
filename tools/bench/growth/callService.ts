import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { portOf } from '../../../sandbox/server/portOf';

export interface CallServiceOptions {
	words: number;
	/** How long the model takes. */
	answerMs: number;
}

const WORDS_PER_TURN = 50;
const WORD_MS = 400;
/** Of a conversation, more or less; with fewer, every pair of words would stand in thousands of places. */
const DIFFERENT_WORDS = 3_000;
/** Far more than a run can ask for, so that no rate limit is what is measured. */
const RATE_LIMIT = 100_000;

/** Has a long call under every id, and a model that answers five questions with a quote from the call each. */
export class CallService {
	private readonly server = createServer((request, response) => void this.reply(request, response));

	private readonly call: string;

	private readonly answers: string;

	constructor(private readonly options: CallServiceOptions) {
		const utterances = turnsOf(options.words);
		const words = utterances.flatMap((turn) => turn.words);
		const said = words.map(({ text: word }) => word).join(' ');
		this.call = JSON.stringify({ status: 'completed', text: said, words, utterances }).slice(1);
		const answers = [0.1, 0.3, 0.5, 0.7, 0.9].map((place, i) => {
			const turn = utterances[Math.floor(utterances.length * place)];
			const quote = turn?.text.split(' ').slice(5, 20).join(' ') ?? '';
			return {
				index: i + 1,
				known: true,
				answer: `Answer ${i + 1}`,
				reason: 'So it was said',
				quote,
			};
		});
		this.answers = JSON.stringify({ answers });
	}

	async listen(): Promise<string> {
		this.server.listen(0, '127.0.0.1');
		await once(this.server, 'listening');
		return `http://127.0.0.1:${portOf(this.server)}`;
	}

	private async reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { pathname } = new URL(request.url ?? '/', 'http://stand-in');
		response.setHeader('content-type', 'application/json');
		if (request.method === 'POST') {
			await text(request);
			await setTimeout(this.options.answerMs);
			response.setHeader('x-ratelimit-limit', RATE_LIMIT);
			response.end(this.completion());
		} else if (pathname === '/v1/models') response.end(JSON.stringify({ data: [] }));
		else response.end(`{"id":${JSON.stringify(pathname.split('/')[3] ?? '')},${this.call}`);
	}

	private completion(): string {
		const message = { role: 'assistant', content: this.answers };
		return JSON.stringify({
			request_id: 'request',
			choices: [{ message, finish_reason: 'stop' }],
			usage: { input_tokens: 20_000, output_tokens: 300 },
		});
	}
}

function turnsOf(count: number) {
	return Array.from({ length: count / WORDS_PER_TURN }, (_, turn) => {
		const speaker = turn % 2 ? 'B' : 'A';
		const words = Array.from({ length: WORDS_PER_TURN }, (__, i) => {
			const index = turn * WORDS_PER_TURN + i;
			return {
				text: `word${(index * index) % DIFFERENT_WORDS}`,
				start: index * WORD_MS,
				end: index * WORD_MS + 300,
				confidence: 0.9,
				speaker,
			};
		});
		return {
			speaker,
			text: words.map(({ text: word }) => word).join(' '),
			start: turn * WORDS_PER_TURN * WORD_MS,
			end: (turn + 1) * WORDS_PER_TURN * WORD_MS,
			confidence: 0.9,
			words,
		};
	});
}
