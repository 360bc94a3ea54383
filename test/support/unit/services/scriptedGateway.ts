import { ConnectionError } from '../../../../nodes/shared/api/core/errors';
import type { HttpResponse } from '../../../../nodes/shared/api/core/httpClient';
import type { Service } from '../../../../nodes/shared/api/core/service';
import { VirtualClock } from '../virtualClock';

export interface ChatBody {
	model: string;
	messages: Array<{ role: string; content: string }>;
	max_tokens: number;
	[name: string]: unknown;
}

export type Reply = HttpResponse | 'lost';

/** LLM Gateway as a script: what it is sent is kept, what it says is given. */
export class ScriptedGateway {
	readonly clock = new VirtualClock();

	readonly requests: ChatBody[] = [];

	/** The models of the region, in the shape of `GET /v1/models`. */
	models: unknown[] = [];

	constructor(private readonly answer: (body: ChatBody, number: number) => Reply) {}

	readonly service: Service = {
		clock: this.clock,
		signal: undefined,
		random: () => 0.5,
		speechToTextUrl: 'http://speech.test',
		llmGatewayUrl: 'http://gateway.test',
		http: async ({ method, body }) => {
			if (method === 'GET') return json(200, { data: this.models });
			const sent: ChatBody = body?.kind === 'json' ? JSON.parse(JSON.stringify(body.value)) : {};
			this.requests.push(sent);
			const reply = this.answer(sent, this.requests.length);
			if (reply === 'lost') throw new ConnectionError('No reply', 'lost');
			return reply;
		},
	};
}

export function json(status: number, body: unknown, headers = {}): HttpResponse {
	return { status, headers, text: JSON.stringify(body) };
}

/** A reply of the model, as the Gateway wraps it. */
export function said(content: unknown, finishReason = 'end_turn', more = {}): HttpResponse {
	return json(200, {
		request_id: 'request-1',
		model: 'claude-sonnet-4-6',
		choices: [{ message: { role: 'assistant', content }, finish_reason: finishReason }],
		usage: { input_tokens: 10, output_tokens: 5 },
		...more,
	});
}

export function refused(status: number, message: string, errors?: string[]): HttpResponse {
	const metadata = errors ? { metadata: { errors } } : {};
	return json(status, { code: status, message, request_id: 'request-2', ...metadata });
}

/** The questions of a request, as the model reads them. */
export function questionsIn({ messages }: ChatBody): Array<Record<string, unknown>> {
	const text = messages.at(-1)?.content ?? '';
	const [, list = '[]'] = /<questions>\n([\s\S]*)\n<\/questions>$/.exec(text) ?? [];
	return JSON.parse(list);
}
