import { randomUUID } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';
import type { Workbench } from './workbench';

/** Who speaks, what is said, and when it begins where that is not right after the one before, in milliseconds. */
export type Turn = readonly [speaker: string | null, text: string, start?: number];

interface ScriptedWord {
	text: string;
	start: number;
	end: number;
	confidence: number;
	speaker: string | null;
	channel?: string;
}

const WORD_MS = 300;

/** Words as the service gives them: what stands between spaces, or a letter each where a script has none. */
const wordsOf = (text: string): string[] =>
	/\s/u.test(text.trim()) || !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]/u.test(text)
		? text.trim().split(/\s+/u)
		: [...text];

function spoken([speaker, text, start = 0]: Turn): ScriptedWord[] {
	return wordsOf(text).map((word, i) => ({
		text: word,
		start: start + i * WORD_MS,
		end: start + (i + 1) * WORD_MS,
		confidence: 0.98,
		speaker,
	}));
}

/** The transcript of a call that somebody wrote down, in the shape of the service (GET /v2/transcript/:id). */
export function scriptedTranscript(turns: readonly Turn[], changes: object = {}) {
	let next = 0;
	const utterances = turns.map(([speaker, text, start = next]) => {
		const words = spoken([speaker, text, start]);
		next = Math.max(next, start + words.length * WORD_MS);
		return { speaker, text, start, end: start + words.length * WORD_MS, confidence: 0.98, words };
	});
	return {
		id: randomUUID(),
		status: 'completed',
		audio_url: 'https://cdn.assemblyai.com/upload/00000000-0000-4000-8000-000000000000',
		audio_duration: Math.ceil(next / 1000),
		speaker_labels: true,
		text: turns.map(([, text]) => text).join(' '),
		words: utterances.flatMap(({ words }) => words).sort((a, b) => a.start - b.start),
		utterances,
		...changes,
	};
}

/** An entry of the reply that the node asks models for. */
export interface ScriptedEntry {
	index: unknown;
	known?: unknown;
	answer?: unknown;
	reason?: unknown;
	quote?: unknown;
}

/** Asks about a call that somebody wrote down, with what the model replies written down as well. */
export async function askScripted(
	bench: Workbench,
	call: readonly Turn[] | string | ReturnType<typeof scriptedTranscript>,
	questions: INodeParameters[],
	reply: readonly ScriptedEntry[] | string,
	{ finishReason, options = {} }: { finishReason?: string; options?: INodeParameters } = {},
) {
	const content =
		typeof reply === 'string'
			? reply
			: JSON.stringify({
					answers: reply.map((entry) => ({ known: true, reason: 'r', quote: '', ...entry })),
				});
	const before = chatsOf(bench).length;
	bench.sandbox.fail({
		path: '/v1/chat/completions',
		times: Infinity,
		fault: { kind: 'chatReply', content, ...(finishReason && { finishReason }) },
	});
	const { source, item } = sourceOf(bench, call);
	const run = await bench.ask([{ json: item }], {
		...source,
		questions: { question: questions },
		options,
	});
	bench.sandbox.clearFaults();
	return {
		run,
		json: run.output[0]?.json,
		requests: chatsOf(bench).length - before,
	};
}

const chatsOf = (bench: Workbench) => bench.sandbox.requestsTo('POST', '/v1/chat/completions');

function sourceOf(
	bench: Workbench,
	call: readonly Turn[] | string | ReturnType<typeof scriptedTranscript>,
) {
	if (typeof call === 'string')
		return {
			source: { transcriptSource: 'text', transcriptText: '={{ $json.call }}' },
			item: { call },
		};
	const document = 'id' in call ? call : scriptedTranscript(call);
	bench.sandbox.fail({
		path: `/v2/transcript/${document.id}`,
		times: Infinity,
		fault: { kind: 'status', status: 200, body: document },
	});
	return { source: {}, item: { transcriptId: document.id } };
}
